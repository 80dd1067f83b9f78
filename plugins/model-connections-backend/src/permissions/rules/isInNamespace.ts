import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';
import { modelServiceResourceRef } from '../modelServiceResourceRef';

/** The rule, whatever it is about; which projects a person owns is for the policy to find out. */
const rule = {
  name: 'IS_IN_NAMESPACE',
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: (
    resource: { namespace: string },
    { namespaces }: { namespaces: string[] },
  ) => namespaces.includes(resource.namespace),
  toQuery: () => ({}),
} as const;

/** Allows connections of some projects. */
export const isInNamespace = createPermissionRule({
  ...rule,
  description: 'Allow connections in one of these projects',
  resourceRef: modelConnectionResourceRef,
});

/** Allows model services of some projects. */
export const isServiceInNamespace = createPermissionRule({
  ...rule,
  description: 'Allow model services in one of these projects',
  resourceRef: modelServiceResourceRef,
});
