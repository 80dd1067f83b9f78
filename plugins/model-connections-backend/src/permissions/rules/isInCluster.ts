import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { modelConnectionResourceRef } from '../modelConnectionResourceRef';

/** Allows connections of some clusters. */
export const isInCluster = createPermissionRule({
  name: 'IS_IN_CLUSTER',
  description: 'Allow connections in one of these clusters',
  resourceRef: modelConnectionResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names of clusters in the Kubernetes plugin'),
  }),
  apply: (connection, { clusters }) => clusters.includes(connection.cluster),
  toQuery: () => ({}),
});
