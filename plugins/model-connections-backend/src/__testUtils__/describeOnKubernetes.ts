import { connectLocalCluster } from '@mooring/local-cluster';

const onKubernetes =
  process.env.MOORING_TEST_CLUSTER === 'kubernetes' ||
  connectLocalCluster()?.kind === 'kubernetes';

/** A suite for what only a real API server has; it counts as skipped on the embedded one. */
export const describeOnKubernetes = onKubernetes ? describe : describe.skip;
