import {
  isDns1123Subdomain,
  ProjectRef,
  ServingChoice,
} from '@mooring/backstage-plugin-model-connections-common';
import { ClusterBusyError, ClusterForbiddenError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesList } from '../../kubernetes/KubernetesObject';
import {
  clusterServingRuntimesPath,
  servingRuntimesPath,
} from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { modelFormatsOf, StoredServingRuntime } from './StoredServingRuntime';

/**
 * The runtime that KServe takes for a name; `undefined` where there is none, or where that cannot be seen. Lists with a
 * selector, since who may list runtimes for the form may not always read one.
 */
export async function readServingRuntime(
  { cluster, namespace }: ProjectRef,
  name: string,
  gateway: KubernetesGateway,
  options: ServiceOptions,
): Promise<ServingChoice | undefined> {
  if (!isDns1123Subdomain(name)) return undefined;
  const query = { fieldSelector: `metadata.name=${name}` };
  // In KServe's own order.
  const places = [
    { scope: 'project', path: servingRuntimesPath(namespace) },
    { scope: 'cluster', path: clusterServingRuntimesPath() },
  ] as const;
  try {
    for (const { scope, path } of places) {
      const { body } = await gateway.request<
        KubernetesList<StoredServingRuntime>
      >(cluster, { path, query }, options);
      const [found] = body.items;
      if (found) return { name, scope, modelFormats: modelFormatsOf(found) };
    }
    return undefined;
  } catch (error) {
    const isUnseen =
      error instanceof ClusterForbiddenError ||
      isMissing(error) ||
      error instanceof ClusterBusyError ||
      isUncertain(error);
    if (!isUnseen) throw error;
    return undefined;
  }
}
