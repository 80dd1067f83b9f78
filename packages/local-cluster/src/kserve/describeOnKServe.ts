import { connectLocalCluster } from '../connectLocalCluster';

/**
 * A suite that needs KServe's own controller: it runs beside a cluster that
 * has it, as `yarn test:serving` starts one, and counts as skipped elsewhere.
 */
export const describeOnKServe = connectLocalCluster()?.kserve
  ? describe
  : describe.skip;
