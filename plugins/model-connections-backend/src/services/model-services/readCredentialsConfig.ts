import {
  ClusterRef,
  defaultKServeCredentials,
  KServeCredentials,
  parseKServeCredentials,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { ClusterForbiddenError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { configMapPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

/** KServe's configuration, where it is installed by its own manifests. */
export const KSERVE_CONFIG = configMapPath('kserve', 'inferenceservice-config');

/**
 * What KServe's configuration says about credentials. Config of the portal comes first; what neither it nor the cluster says
 * is as KServe has it by default.
 */
export async function readCredentialsConfig(
  { cluster }: ClusterRef,
  context: { gateway: KubernetesGateway; config: ModelConnectionsConfig },
  options: ServiceOptions,
): Promise<KServeCredentials> {
  const { storage } = context.config.cluster(cluster);
  try {
    const { body } = await context.gateway.request<ConfigMap>(
      cluster,
      { path: KSERVE_CONFIG },
      options,
    );
    return { ...parseKServeCredentials(body.data?.credentials), ...storage };
  } catch (error) {
    if (!isMissing(error) && !(error instanceof ClusterForbiddenError)) {
      throw error;
    }
    return { ...defaultKServeCredentials, ...storage };
  }
}
