import {
  ModelServiceRef,
  OwnerReference,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import {
  serviceAccountPath,
  serviceAccountsPath,
} from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

/** A ServiceAccount as the cluster gives it. */
export type StoredServiceAccount = ServiceAccount & KubernetesObject;

/** Its name and place. */
export type ServiceAccountRef = ModelServiceRef;

const WRITTEN = { fieldManager: 'mooring' };

/** The owners of an account, in Kubernetes' own shape. */
export const ownersOf = ({ metadata }: StoredServiceAccount) =>
  metadata.ownerReferences as unknown as OwnerReference[] | undefined;

/** Reads and writes ServiceAccounts. Whose they are is told elsewhere. */
export class ServiceAccounts {
  constructor(private readonly gateway: KubernetesGateway) {}

  /** `undefined` where there is none of that name. */
  async read(
    { cluster, namespace, name }: ServiceAccountRef,
    options: ServiceOptions,
  ): Promise<StoredServiceAccount | undefined> {
    try {
      const { body } = await this.gateway.request<StoredServiceAccount>(
        cluster,
        { path: serviceAccountPath(namespace, name) },
        options,
      );
      return body;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Throws `ConflictError` where there is one of that name. */
  async create(
    { cluster, namespace }: ServiceAccountRef,
    body: ServiceAccount,
    options: ServiceOptions,
  ): Promise<StoredServiceAccount> {
    const answer = await this.gateway.request<StoredServiceAccount>(
      cluster,
      {
        method: 'POST',
        path: serviceAccountsPath(namespace),
        query: { ...WRITTEN, fieldValidation: 'Strict' },
        body,
      },
      options,
    );
    return answer.body;
  }

  /** Merges, for one version where `body` names it. Throws `NotFoundError`, and `ConflictError` for another version. */
  async patch(
    { cluster, namespace, name }: ServiceAccountRef,
    body: object,
    options: ServiceOptions,
  ): Promise<StoredServiceAccount> {
    const answer = await this.gateway.request<StoredServiceAccount>(
      cluster,
      {
        method: 'PATCH',
        path: serviceAccountPath(namespace, name),
        query: WRITTEN,
        body,
      },
      options,
    );
    return answer.body;
  }

  /**
   * Deletes the version that was read.
   *
   * @returns what is left: the account where it has changed since; `undefined` where it is gone
   */
  async delete(
    ref: ServiceAccountRef,
    { metadata: { uid, resourceVersion } }: StoredServiceAccount,
    options: ServiceOptions,
  ): Promise<StoredServiceAccount | undefined> {
    const path = serviceAccountPath(ref.namespace, ref.name);
    const preconditions = { uid, resourceVersion };
    const remove = () =>
      this.gateway.request(
        ref.cluster,
        { method: 'DELETE', path, body: { preconditions } },
        options,
      );
    try {
      await remove();
      return undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      if (!isUncertain(error) && !isConflict(error)) throw error;
    }
    const found = await this.read(ref, options);
    // One that came after it is another.
    if (found?.metadata.uid !== uid) return undefined;
    if (found?.metadata.resourceVersion !== resourceVersion) return found;
    try {
      // Once more: who did not answer may not have done it.
      await remove();
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return undefined;
  }
}
