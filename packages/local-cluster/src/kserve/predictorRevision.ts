import { waitUntil } from '../client/waitUntil';
import { LocalCluster } from '../LocalCluster';

/**
 * How often the pods of an InferenceService's predictor were rolled out, as
 * its Deployment counts: 1 after it was made. It is told once the Deployment's
 * controller has seen the last change, which may be after the pods came.
 *
 * @throws Error when that has not happened within 20 seconds
 */
export async function predictorRevision(
  cluster: Pick<LocalCluster, 'request'>,
  namespace: string,
  service: string,
): Promise<number> {
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${service}-predictor`;
  return await waitUntil(`the revision of ${path}`, async () => {
    const { body } = await cluster.request('GET', path);
    const revision =
      body.metadata?.annotations?.['deployment.kubernetes.io/revision'];
    const isSeen =
      body.status?.observedGeneration === body.metadata?.generation;
    return isSeen && revision ? Number(revision) : undefined;
  });
}
