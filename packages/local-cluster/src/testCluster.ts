import { connectLocalCluster } from './connectLocalCluster';
import { LocalCluster } from './LocalCluster';
import { startLocalCluster } from './startLocalCluster';

/**
 * The cluster for a test: the one that was handed over in the environment, or
 * a new one, which is embedded unless `MOORING_TEST_CLUSTER=kubernetes`.
 * Tests share a cluster that was handed over: use namespaces of your own.
 */
export async function testCluster(): Promise<LocalCluster> {
  const kind =
    process.env.MOORING_TEST_CLUSTER === 'kubernetes'
      ? 'kubernetes'
      : 'embedded';
  return connectLocalCluster() ?? (await startLocalCluster({ kind }));
}
