import {
  GatewayOptions,
  KubernetesGateway,
  KubernetesRequest,
} from './KubernetesGateway';
import { KubernetesList, KubernetesObject } from './KubernetesObject';

/**
 * Every object of a list, page by page. For what is few by nature (types, namespaces). Throws what the gateway throws.
 */
export async function listAll<T extends KubernetesObject>(
  gateway: KubernetesGateway,
  cluster: string,
  request: KubernetesRequest & { pageSize: number },
  options: GatewayOptions,
): Promise<T[]> {
  const { pageSize, query, ...rest } = request;
  const items: T[] = [];
  let position: string | undefined;
  do {
    const page = { ...query, limit: String(pageSize), continue: position };
    const { body } = await gateway.request<KubernetesList<T>>(
      cluster,
      { ...rest, query: page },
      options,
    );
    items.push(...body.items);
    position = body.metadata?.continue || undefined;
  } while (position);
  return items;
}
