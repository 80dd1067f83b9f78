import { connectLocalCluster } from '../connectLocalCluster';

const kind =
  connectLocalCluster()?.kind ?? process.env.MOORING_TEST_CLUSTER ?? 'embedded';

/** A suite for the embedded API server; it counts as skipped beside the real one. */
export const describeOnEmbedded =
  kind === 'embedded' ? describe : describe.skip;
