import {
  ConnectionRef,
  isDedicatedServiceAccount,
  managedBy,
  MODEL_SERVICE,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { reasonOf } from '../../errors/reasonOf';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import {
  inferenceServicePath,
  serviceAccountPath,
  serviceAccountsPath,
} from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';

type StoredServiceAccount = ServiceAccount & KubernetesObject;

/**
 * The ServiceAccounts that were made here for a connection alone and whose model service is gone; one that something else
 * manages is not among them. Throws what the gateway throws.
 */
export async function findLeftServiceAccounts(
  ref: ConnectionRef,
  context: { gateway: KubernetesGateway; config: ModelConnectionsConfig },
  options: ServiceOptions,
): Promise<StoredServiceAccount[]> {
  const { gateway, config } = context;
  const { cluster, namespace } = ref;
  const accounts = await listAll<StoredServiceAccount>(
    gateway,
    cluster,
    {
      path: serviceAccountsPath(namespace),
      pageSize: config.limits.pageSize,
    },
    options,
  );
  const left: StoredServiceAccount[] = [];
  for (const account of accounts) {
    const service = account.metadata.annotations?.[MODEL_SERVICE] ?? '';
    const isOurs =
      isDedicatedServiceAccount(account, service, [ref.name]) &&
      !managedBy(account.metadata);
    if (isOurs && (await isGone(service))) {
      left.push(account);
    }
  }
  return left;

  async function isGone(service: string): Promise<boolean> {
    try {
      const path = inferenceServicePath(namespace, service);
      await gateway.request(cluster, { path, as: 'metadata' }, options);
      return false;
    } catch (error) {
      if (!isMissing(error)) throw error;
      return true;
    }
  }
}

/**
 * Removes them, unless they have changed since they were found: somebody has taken them up then. Gives in words which could
 * not be removed, and what to do about it.
 */
export async function removeServiceAccounts(
  { cluster, namespace }: ConnectionRef,
  accounts: StoredServiceAccount[],
  gateway: KubernetesGateway,
  options: ServiceOptions,
): Promise<string[]> {
  const warnings: string[] = [];
  for (const { metadata } of accounts) {
    const { name, uid, resourceVersion } = metadata;
    try {
      await gateway.request(
        cluster,
        {
          method: 'DELETE',
          path: serviceAccountPath(namespace, name),
          body: { preconditions: { uid, resourceVersion } },
        },
        options,
      );
    } catch (error) {
      if (!isMissing(error) && !isConflict(error)) {
        warnings.push(
          `The ServiceAccount "${name}" that was made for the connection may be left: ${reasonOf(
            error,
          )} Nothing uses it; delete it with "kubectl delete serviceaccount ${name} --namespace ${namespace}".`,
        );
      }
    }
  }
  return warnings;
}
