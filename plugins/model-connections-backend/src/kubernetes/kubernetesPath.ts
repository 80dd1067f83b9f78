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

function namespaced(
  namespace: string,
  resource: 'secrets' | 'configmaps',
  name?: string,
): KubernetesPath {
  const project = checked('namespace', namespace, isDns1123Label(namespace));
  const base = `/api/v1/namespaces/${project}/${resource}`;
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
  namespace === undefined
    ? ('/api/v1/secrets' as KubernetesPath)
    : namespaced(namespace, 'secrets');

/** One Secret. Throws `InputError` for a name that is none. */
export const secretPath = (namespace: string, name: string) =>
  namespaced(namespace, 'secrets', name);

/** The ConfigMaps of a namespace. Throws `InputError` for a name that is none. */
export const configMapsPath = (namespace: string) =>
  namespaced(namespace, 'configmaps');

/** One ConfigMap. Throws `InputError` for a name that is none. */
export const configMapPath = (namespace: string, name: string) =>
  namespaced(namespace, 'configmaps', name);
