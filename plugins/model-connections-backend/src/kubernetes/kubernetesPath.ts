import {
  isDns1123Label,
  isDns1123Subdomain,
} from '@mooring/backstage-plugin-model-connections-common';
import { InvalidInputError } from '../errors/errors';

/**
 * A path of the Kubernetes API. Only the functions of this file make one, after checking each name, so that no other
 * path can be asked for (the proxy would pass `..%2F` on as it comes).
 */
export type KubernetesPath = string & { readonly kubernetesPath: true };

function checked(field: string, name: string, valid: boolean): string {
  if (!valid) {
    throw new InvalidInputError(`The ${field} is not a Kubernetes name.`, [
      {
        field,
        message: 'Use lower-case letters, digits and "-", as Kubernetes does.',
      },
    ]);
  }
  return name;
}

/** The API that each resource belongs to. */
const APIS = {
  secrets: '/api/v1',
  configmaps: '/api/v1',
  serviceaccounts: '/api/v1',
  pods: '/api/v1',
  persistentvolumeclaims: '/api/v1',
  inferenceservices: '/apis/serving.kserve.io/v1beta1',
  llminferenceservices: '/apis/serving.kserve.io/v1alpha1',
  servingruntimes: '/apis/serving.kserve.io/v1alpha1',
} as const;

function namespaced(
  namespace: string | undefined,
  resource: keyof typeof APIS,
  name?: string,
): KubernetesPath {
  if (namespace === undefined) {
    return `${APIS[resource]}/${resource}` as KubernetesPath;
  }
  const project = checked('namespace', namespace, isDns1123Label(namespace));
  const base = `${APIS[resource]}/namespaces/${project}/${resource}`;
  return (
    name === undefined
      ? base
      : `${base}/${checked('name', name, isDns1123Subdomain(name))}`
  ) as KubernetesPath;
}

/** All namespaces. */
export const namespacesPath = () => '/api/v1/namespaces' as KubernetesPath;

/** The Secrets of a namespace, or with `undefined` of all. Throws `InputError` for a name that is none. */
export const secretsPath = (namespace: string | undefined) =>
  namespaced(namespace, 'secrets');

/** One Secret. Throws `InputError` for a name that is none. */
export const secretPath = (namespace: string, name: string) =>
  namespaced(namespace, 'secrets', name);

/** The ConfigMaps of a namespace. Throws `InputError` for a name that is none. */
export const configMapsPath = (namespace: string) =>
  namespaced(namespace, 'configmaps');

/** One ConfigMap. Throws `InputError` for a name that is none. */
export const configMapPath = (namespace: string, name: string) =>
  namespaced(namespace, 'configmaps', name);

/** The ServiceAccounts of a namespace, or of all. Throws `InputError` for a name that is none. */
export const serviceAccountsPath = (namespace: string | undefined) =>
  namespaced(namespace, 'serviceaccounts');

/** One ServiceAccount. Throws `InputError` for a name that is none. */
export const serviceAccountPath = (namespace: string, name: string) =>
  namespaced(namespace, 'serviceaccounts', name);

/** The pods of a namespace, or of all. Throws `InputError` for a name that is none. */
export const podsPath = (namespace: string | undefined) =>
  namespaced(namespace, 'pods');

/** The InferenceServices of a namespace, or of all. Throws `InputError` for a name that is none. */
export const inferenceServicesPath = (namespace: string | undefined) =>
  namespaced(namespace, 'inferenceservices');

/** One InferenceService. Throws `InputError` for a name that is none. */
export const inferenceServicePath = (namespace: string, name: string) =>
  namespaced(namespace, 'inferenceservices', name);

/** The LLMInferenceServices of a namespace, or of all. Throws `InputError` for a name that is none. */
export const llmInferenceServicesPath = (namespace: string | undefined) =>
  namespaced(namespace, 'llminferenceservices');

/** One LLMInferenceService. Throws `InputError` for a name that is none. */
export const llmInferenceServicePath = (namespace: string, name: string) =>
  namespaced(namespace, 'llminferenceservices', name);

/** The PersistentVolumeClaims of a namespace. Throws `InputError` for a name that is none. */
export const persistentVolumeClaimsPath = (namespace: string) =>
  namespaced(namespace, 'persistentvolumeclaims');

/** The ServingRuntimes of a namespace. Throws `InputError` for a name that is none. */
export const servingRuntimesPath = (namespace: string) =>
  namespaced(namespace, 'servingruntimes');

/** The runtimes that every namespace has. */
export const clusterServingRuntimesPath = () =>
  '/apis/serving.kserve.io/v1alpha1/clusterservingruntimes' as KubernetesPath;

/** What changes objects on their way in. */
export const mutatingWebhooksPath = () =>
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations' as KubernetesPath;
