import { connectLocalCluster } from '@mooring/local-cluster';

/** A suite that needs KServe's own controller; it counts as skipped where none is at work. */
export const describeOnKServe = connectLocalCluster()?.kserve
  ? describe
  : describe.skip;
