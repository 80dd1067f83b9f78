import { isUncertain } from '../errors/isUncertain';
import { KubernetesAnswer, KubernetesGateway } from './KubernetesGateway';
import { KubernetesPath } from './kubernetesPath';

/**
 * A gateway that reads some objects once, for one request of one person that would read them again and again and does not
 * change them. That there is none, or that it may not be read, is remembered too.
 *
 * @param paths - of the objects
 */
export function rememberReads(
  gateway: KubernetesGateway,
  paths: readonly KubernetesPath[],
): KubernetesGateway {
  const answers = new Map<string, Promise<KubernetesAnswer<unknown>>>();
  return {
    clusters: options => gateway.clusters(options),
    async request<T>(
      ...call: Parameters<KubernetesGateway['request']>
    ): Promise<KubernetesAnswer<T>> {
      const [cluster, { method = 'GET', path, as, query }] = call;
      if (method !== 'GET' || as || query || !paths.includes(path)) {
        return await gateway.request<T>(...call);
      }
      const key = `${cluster}${path}`;
      const answer = answers.get(key) ?? gateway.request<T>(...call);
      answers.set(key, answer);
      try {
        return (await answer) as KubernetesAnswer<T>;
      } catch (error) {
        if (isUncertain(error)) answers.delete(key);
        throw error;
      }
    },
  };
}
