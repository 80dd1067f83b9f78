import { LocalCluster } from '@mooring/local-cluster';
import { errorOfAnswer } from '../kubernetes/errorOfAnswer';
import {
  KubernetesAnswer,
  KubernetesGateway,
  KubernetesRequest,
} from '../kubernetes/KubernetesGateway';

const CLUSTER = { name: 'local', authProvider: 'serviceAccount' };

/**
 * A gateway straight to a cluster, without a portal in between, so that a test can come between a read and a write.
 *
 * @param before - called before each request; what it throws is the request's answer
 */
export function clusterGateway(
  cluster: LocalCluster,
  before: (request: KubernetesRequest) => Promise<void>,
): KubernetesGateway {
  return {
    clusters: async () => [CLUSTER],
    async request<T>(_: string, request: KubernetesRequest) {
      await before(request);
      const { method = 'GET', path, query, body } = request;
      const answer = await cluster.request(method, path, { query, body });
      if (answer.status >= 300) {
        throw errorOfAnswer(
          CLUSTER,
          answer.status,
          answer.body,
          {},
          String(answer.body),
        );
      }
      const date = new Date();
      return {
        body: answer.body,
        date,
        lastAppliedDropped: false,
      } as KubernetesAnswer<T>;
    },
  };
}
