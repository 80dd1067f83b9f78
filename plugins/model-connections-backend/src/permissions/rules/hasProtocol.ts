import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';

/** Allows connections by what they can serve a model from. */
export const hasProtocol = createPermissionRule({
  name: 'HAS_PROTOCOL',
  description: 'Allow connections that speak one of these protocols',
  resourceRef: modelConnectionResourceRef,
  paramsSchema: z.object({
    protocols: z.array(z.string()).describe('Protocols, such as s3 or oci'),
  }),
  apply: (connection, { protocols }) =>
    connection.protocols.some(id => protocols.includes(id)),
  toQuery: () => ({}),
});
