import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';

/** Allows connections of some projects; which ones a person owns is for the policy to find out. */
export const isInNamespace = createPermissionRule({
  name: 'IS_IN_NAMESPACE',
  description: 'Allow connections in one of these projects',
  resourceRef: modelConnectionResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: (connection, { namespaces }) =>
    namespaces.includes(connection.namespace),
  toQuery: () => ({}),
});
