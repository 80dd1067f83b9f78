import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';

/** Allows connections by who made them, as far as their annotation can be trusted: with kubectl it can be forged. */
export const isCreator = createPermissionRule({
  name: 'IS_CREATOR',
  description: 'Allow connections made by one of these entities',
  resourceRef: modelConnectionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, as in the identity of the signed-in user'),
  }),
  apply: (connection, { claims }) =>
    connection.creator !== undefined && claims.includes(connection.creator),
  toQuery: () => ({}),
});
