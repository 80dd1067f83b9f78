import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';
import { modelServiceResourceRef } from '../modelServiceResourceRef';

/** The rule, whatever it is about. */
const rule = {
  name: 'IS_IN_CLUSTER',
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names of clusters in the Kubernetes plugin'),
  }),
  apply: (
    resource: { cluster: string },
    { clusters }: { clusters: string[] },
  ) => clusters.includes(resource.cluster),
  toQuery: () => ({}),
} as const;

/** Allows connections of some clusters. */
export const isInCluster = createPermissionRule({
  ...rule,
  description: 'Allow connections in one of these clusters',
  resourceRef: modelConnectionResourceRef,
});

/** Allows model services of some clusters. */
export const isServiceInCluster = createPermissionRule({
  ...rule,
  description: 'Allow model services in one of these clusters',
  resourceRef: modelServiceResourceRef,
});
