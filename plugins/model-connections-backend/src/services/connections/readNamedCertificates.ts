import {
  caLocationOf,
  ConnectionRef,
  readCaCertificates,
  S3Settings,
} from '@mooring/backstage-plugin-model-connections-common';
import { ClusterForbiddenError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap, Secret } from '../../kubernetes/KubernetesObject';
import { configMapPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

/** The certificates that a Secret names, or in words why there are none, and the version of the ConfigMap that was read. */
export type NamedCertificates = Pick<
  S3Settings,
  'caCertificate' | 'caProblem' | 'caVersion'
>;

/**
 * Reads the certificates that a Secret names. Whoever may write the Secret may name any ConfigMap: nothing but certificates
 * is given of it. Throws what the gateway throws, unless the ConfigMap is missing or refused.
 */
export async function readNamedCertificates(
  { cluster, namespace }: ConnectionRef,
  secret: Secret,
  gateway: KubernetesGateway,
  options: ServiceOptions,
): Promise<NamedCertificates> {
  const location = caLocationOf(secret.metadata.annotations);
  if (!location) return {};
  const { configMap, key } = location;
  try {
    const path = configMapPath(namespace, configMap);
    const { body } = await gateway.request<ConfigMap>(
      cluster,
      { path },
      options,
    );
    const caVersion = body.metadata.resourceVersion;
    const text = body.data?.[key];
    if (!text) {
      const caProblem = `The ConfigMap "${configMap}" has no key "${key}".`;
      return { caProblem, caVersion };
    }
    const { pem, problem } = readCaCertificates(text, { isStored: true });
    return problem
      ? {
          caProblem: `The key "${key}" of the ConfigMap "${configMap}" holds no certificates that can be used.`,
          caVersion,
        }
      : { caCertificate: pem, caVersion };
  } catch (error) {
    if (isMissing(error)) {
      return { caProblem: `There is no ConfigMap "${configMap}".` };
    }
    if (error instanceof ClusterForbiddenError) {
      return {
        caProblem: `The cluster does not let the ConfigMap "${configMap}" be read.`,
      };
    }
    // Not a Kubernetes name: somebody else wrote the annotation.
    if (error instanceof Error && error.name === 'InputError') {
      return { caProblem: `"${configMap}" is no name of a ConfigMap.` };
    }
    throw error;
  }
}
