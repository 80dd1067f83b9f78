import {
  CA_BUNDLE_KEY,
  CA_CERTIFICATE_FIELD,
  caConfigMapName,
  caLocationOf,
  ConnectionRef,
  managedBy,
  ownCaConfigMapOf,
  S3Settings,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ClusterForbiddenError,
  UnprocessableEntityError,
} from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap, Secret } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { staleVersion } from './connectionChecks';

const WRITTEN = { fieldManager: 'mooring', fieldValidation: 'Strict' };

/** A ConfigMap is a connection's own where the Secret of that name owns it, the present one or one that was deleted. */
function isOwn({ metadata }: ConfigMap, connection: string): boolean {
  const owners = metadata.ownerReferences ?? [];
  return (
    managedBy(metadata) === undefined &&
    owners.some(({ kind, name }) => kind === 'Secret' && name === connection)
  );
}

function isOwnedBy({ metadata }: ConfigMap, secret: Secret): boolean {
  return (metadata.ownerReferences ?? []).some(
    ({ uid }) => uid === secret.metadata.uid,
  );
}

/**
 * The certificates that a connection trusts: a ConfigMap `<connection>-ca`, which the connection's Secret owns, so that it
 * goes with it. What has that name and is not owned is never touched.
 */
export class CaConfigMaps {
  constructor(private readonly gateway: KubernetesGateway) {}

  /** The certificates that a Secret names, or in words why they cannot be read. */
  async read(
    { cluster, namespace }: ConnectionRef,
    secret: Secret,
    options: ServiceOptions,
  ): Promise<Pick<S3Settings, 'caCertificate' | 'caProblem'>> {
    const location = caLocationOf(secret.metadata.annotations);
    if (!location) return {};
    const { configMap, key } = location;
    try {
      const path = configMapPath(namespace, configMap);
      const { body } = await this.gateway.request<ConfigMap>(
        cluster,
        { path },
        options,
      );
      const caCertificate = body.data?.[key];
      return caCertificate
        ? { caCertificate }
        : { caProblem: `The ConfigMap "${configMap}" has no key "${key}".` };
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

  /** The connection's own ConfigMap where its Secret names it and it may be read. */
  async readOwn(
    ref: ConnectionRef,
    secret: Secret,
    options: ServiceOptions,
  ): Promise<ConfigMap | undefined> {
    if (ownCaConfigMapOf(secret.metadata) === undefined) return undefined;
    try {
      const found = await this.#get(ref, options);
      return found && isOwn(found, ref.name) ? found : undefined;
    } catch (error) {
      if (error instanceof ClusterForbiddenError) return undefined;
      throw error;
    }
  }

  /**
   * The connection's own ConfigMap, or `undefined` where there is none. Throws `UnprocessableEntityError` where somebody
   * else's has its name.
   */
  async find(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<ConfigMap | undefined> {
    const found = await this.#get(ref, options);
    if (found && !isOwn(found, ref.name)) {
      throw this.#foreign(ref);
    }
    return found;
  }

  /** Whether it holds these certificates and goes with this Secret already. */
  isCurrent(existing: ConfigMap, secret: Secret, pem: string): boolean {
    return (
      existing.data?.[CA_BUNDLE_KEY] === pem && isOwnedBy(existing, secret)
    );
  }

  /**
   * Makes the ConfigMap, or changes the one that {@link CaConfigMaps.find} gave. Throws `ConflictingInputError` where that
   * has changed meanwhile.
   */
  async write(
    ref: ConnectionRef,
    secret: Secret,
    pem: string,
    options: ServiceOptions & { existing?: ConfigMap; dryRun?: boolean },
  ): Promise<void> {
    const { existing, dryRun } = options;
    const { uid } = secret.metadata;
    const { resourceVersion, ownerReferences = [] } = existing?.metadata ?? {};
    const owner = { apiVersion: 'v1', kind: 'Secret', name: ref.name, uid };
    const others = ownerReferences.filter(
      ({ kind, name }) => kind !== 'Secret' || name !== ref.name,
    );
    const name = caConfigMapName(ref.name);
    const data = { [CA_BUNDLE_KEY]: pem };
    try {
      await this.gateway.request<ConfigMap>(
        ref.cluster,
        {
          ...(existing
            ? {
                method: 'PATCH' as const,
                path: configMapPath(ref.namespace, name),
                body: {
                  metadata: {
                    resourceVersion,
                    ownerReferences: [...others, owner],
                  },
                  data,
                },
              }
            : {
                method: 'POST' as const,
                path: configMapsPath(ref.namespace),
                body: {
                  apiVersion: 'v1',
                  kind: 'ConfigMap',
                  metadata: {
                    name,
                    namespace: ref.namespace,
                    ownerReferences: [owner],
                  },
                  data,
                },
              }),
          query: { ...WRITTEN, dryRun: dryRun ? 'All' : undefined },
        },
        options,
      );
    } catch (error) {
      throw isConflict(error) ? staleVersion(ref.name) : error;
    }
  }

  /** Puts back what {@link CaConfigMaps.write} changed, unless somebody has changed it again since. */
  async restore(
    ref: ConnectionRef,
    pem: string,
    options: ServiceOptions & { existing?: ConfigMap },
  ): Promise<void> {
    const { existing } = options;
    const now = await this.#get(ref, options);
    if (now?.data?.[CA_BUNDLE_KEY] !== pem) return;
    if (!existing) {
      await this.#delete(ref, now, options);
      return;
    }
    const { resourceVersion } = now.metadata;
    const { ownerReferences } = existing.metadata;
    await this.gateway.request(
      ref.cluster,
      {
        method: 'PATCH',
        path: configMapPath(ref.namespace, caConfigMapName(ref.name)),
        query: WRITTEN,
        body: {
          metadata: { resourceVersion, ownerReferences },
          data: { [CA_BUNDLE_KEY]: existing.data?.[CA_BUNDLE_KEY] ?? null },
        },
      },
      options,
    );
  }

  /** Removes the connection's own ConfigMap where there is one; what somebody else has under its name stays. */
  async remove(ref: ConnectionRef, options: ServiceOptions): Promise<void> {
    const found = await this.#get(ref, options);
    if (found && isOwn(found, ref.name)) {
      await this.#delete(ref, found, options);
    }
  }

  async #get(
    { cluster, namespace, name }: ConnectionRef,
    options: ServiceOptions,
  ): Promise<ConfigMap | undefined> {
    try {
      const path = configMapPath(namespace, caConfigMapName(name));
      const request = { path };
      return (await this.gateway.request<ConfigMap>(cluster, request, options))
        .body;
    } catch (error) {
      if (!isMissing(error)) throw error;
      return undefined;
    }
  }

  async #delete(
    ref: ConnectionRef,
    { metadata: { uid, resourceVersion } }: ConfigMap,
    options: ServiceOptions,
  ): Promise<void> {
    try {
      await this.gateway.request(
        ref.cluster,
        {
          method: 'DELETE',
          path: configMapPath(ref.namespace, caConfigMapName(ref.name)),
          body: { preconditions: { uid, resourceVersion } },
        },
        options,
      );
    } catch (error) {
      // Gone already, or somebody has taken it up.
      if (!isMissing(error) && !isConflict(error)) throw error;
    }
  }

  #foreign({ namespace, name }: ConnectionRef): UnprocessableEntityError {
    const configMap = caConfigMapName(name);
    return new UnprocessableEntityError(
      `The ConfigMap "${configMap}" in the project "${namespace}" is not this connection's, so the certificate cannot be kept there.`,
      [
        {
          field: CA_CERTIFICATE_FIELD,
          message: `Would be kept in the ConfigMap "${configMap}", which somebody else has made. Rename or delete that, or use a connection of another name.`,
        },
      ],
    );
  }
}
