import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';

/** Allows connections by their type. */
export const hasType = createPermissionRule({
  name: 'HAS_TYPE',
  description: 'Allow connections made from one of these types',
  resourceRef: modelConnectionResourceRef,
  paramsSchema: z.object({
    types: z
      .array(z.string())
      .describe('Resource names of connection types, such as ct-s3-storage'),
  }),
  apply: (connection, { types }) =>
    connection.typeName !== undefined && types.includes(connection.typeName),
  toQuery: () => ({}),
});
