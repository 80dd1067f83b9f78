import {
  CA_BUNDLE_KEY,
  caConfigMapName,
  ConnectionRef,
  managedBy,
  ownCaConfigMapOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { ClusterForbiddenError } from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap, Secret } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { LAST_WRITE, lastWriteOf } from '../lastWrite';
import { ServiceOptions } from '../ServiceOptions';
import {
  certificateMeanwhile,
  foreignConfigMap,
  staleCertificate,
} from './certificateErrors';
import {
  NamedCertificates,
  readNamedCertificates,
} from './readNamedCertificates';

const WRITTEN = { fieldManager: 'mooring', fieldValidation: 'Strict' };

/** A ConfigMap is a connection's own where the Secret of that name owns it, the present one or one that was deleted. */
function isOwn({ metadata }: ConfigMap, connection: string): boolean {
  const owners = metadata.ownerReferences ?? [];
  return (
    managedBy(metadata) === undefined &&
    owners.some(({ kind, name }) => kind === 'Secret' && name === connection)
  );
}

function isOwnedBy(
  { metadata }: ConfigMap,
  secretUid: string | undefined,
): boolean {
  return (metadata.ownerReferences ?? []).some(({ uid }) => uid === secretUid);
}

/**
 * The certificates that a connection trusts: a ConfigMap `<connection>-ca`, which the connection's Secret owns, so that it
 * goes with it. What has that name and is not owned is never touched.
 */
export class CaConfigMaps {
  constructor(private readonly gateway: KubernetesGateway) {}

  /** As {@link readNamedCertificates}. */
  async read(
    ref: ConnectionRef,
    secret: Secret,
    options: ServiceOptions,
  ): Promise<NamedCertificates> {
    return await readNamedCertificates(ref, secret, this.gateway, options);
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
      throw foreignConfigMap(ref);
    }
    return found;
  }

  /**
   * The connection's own ConfigMap, as {@link CaConfigMaps.find} gives it, before certificates replace those that a person
   * read. Throws `ConflictingInputError` where what the Secret names is no longer of the version that was read, and what
   * `find` throws.
   *
   * @param version - `undefined` where none was there
   */
  async findToReplace(
    ref: ConnectionRef,
    secret: Secret,
    version: string | undefined,
    options: ServiceOptions,
  ): Promise<ConfigMap | undefined> {
    const found = await this.find(ref, options);
    const isNamed = ownCaConfigMapOf(secret.metadata) !== undefined;
    const present = isNamed
      ? found?.metadata.resourceVersion
      : (await this.read(ref, secret, options)).caVersion;
    if (present !== version) throw staleCertificate(ref.name);
    return found;
  }

  /** As {@link CaConfigMaps.findToReplace} does, before certificates are removed. */
  async checkToRemove(
    ref: ConnectionRef,
    secret: Secret,
    version: string | undefined,
    options: ServiceOptions,
  ): Promise<void> {
    const { caVersion } = await this.read(ref, secret, options);
    if (caVersion !== version) throw staleCertificate(ref.name);
  }

  /**
   * Makes the ConfigMap, or changes the one that {@link CaConfigMaps.find} gave, also where it holds this text already: a
   * save that somebody else takes back must not take this one with it. Every save has a `mark` of its own. Gives what is
   * there now. Throws `ConflictingInputError` where it has changed meanwhile.
   */
  async write(
    ref: ConnectionRef,
    secret: Secret,
    pem: string,
    options: ServiceOptions & {
      mark: string;
      existing?: ConfigMap;
      dryRun?: boolean;
    },
  ): Promise<ConfigMap> {
    const { existing, mark, dryRun } = options;
    const annotations = { [LAST_WRITE]: mark };
    const { uid } = secret.metadata;
    const { resourceVersion, ownerReferences = [] } = existing?.metadata ?? {};
    const owner = { apiVersion: 'v1', kind: 'Secret', name: ref.name, uid };
    const others = ownerReferences.filter(
      ({ kind, name }) => kind !== 'Secret' || name !== ref.name,
    );
    const name = caConfigMapName(ref.name);
    const data = { [CA_BUNDLE_KEY]: pem };
    try {
      const { body } = await this.gateway.request<ConfigMap>(
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
                    annotations,
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
                    annotations,
                  },
                  data,
                },
              }),
          query: { ...WRITTEN, dryRun: dryRun ? 'All' : undefined },
        },
        options,
      );
      return body;
    } catch (error) {
      throw isConflict(error) ? certificateMeanwhile(name) : error;
    }
  }

  /** Puts back what {@link CaConfigMaps.write} changed, unless somebody has changed it again since. */
  async restore(
    ref: ConnectionRef,
    pem: string,
    options: ServiceOptions & { mark: string; existing?: ConfigMap },
  ): Promise<void> {
    const { existing, mark } = options;
    const now = await this.#get(ref, options);
    if (
      !now ||
      lastWriteOf(now) !== mark ||
      now.data?.[CA_BUNDLE_KEY] !== pem
    ) {
      return;
    }
    if (!existing) {
      try {
        await this.#empty(ref, now, options);
      } catch (error) {
        // Somebody has taken it up.
        if (!isConflict(error)) throw error;
      }
      return;
    }
    const { resourceVersion } = now.metadata;
    const { ownerReferences } = existing.metadata;
    const body = {
      metadata: {
        resourceVersion,
        ownerReferences,
        annotations: { [LAST_WRITE]: lastWriteOf(existing) ?? null },
      },
      data: { [CA_BUNDLE_KEY]: existing.data?.[CA_BUNDLE_KEY] ?? null },
    };
    try {
      await this.#patch(ref, body, options);
    } catch (error) {
      if (!isMissing(error) && !isConflict(error)) throw error;
    }
  }

  /**
   * Removes the certificates from the ConfigMap that this Secret owns, and the ConfigMap where it holds nothing else; what
   * somebody else has under its name stays, a connection's made anew included. Throws `ConflictingInputError` where it is to
   * be of a version that it no longer is.
   */
  async remove(
    ref: ConnectionRef,
    secretUid: string | undefined,
    options: ServiceOptions & { version?: string },
  ): Promise<void> {
    const { version } = options;
    const found = await this.#get(ref, options);
    if (!found || !isOwn(found, ref.name) || !isOwnedBy(found, secretUid)) {
      return;
    }
    if (version !== undefined && found.metadata.resourceVersion !== version) {
      throw staleCertificate(ref.name);
    }
    await this.#empty(ref, found, options);
  }

  /** Takes the certificates out. Throws `ConflictingInputError` where somebody has changed it since it was read. */
  async #empty(
    ref: ConnectionRef,
    found: ConfigMap,
    options: ServiceOptions,
  ): Promise<void> {
    const { data, binaryData, metadata } = found;
    const keys = Object.keys({ ...data, ...binaryData });
    const { resourceVersion } = metadata;
    try {
      if (keys.every(key => key === CA_BUNDLE_KEY)) {
        await this.#delete(ref, found, options);
      } else {
        const body = {
          metadata: { resourceVersion },
          data: { [CA_BUNDLE_KEY]: null },
        };
        await this.#patch(ref, body, options);
      }
    } catch (error) {
      if (isMissing(error)) return;
      throw isConflict(error)
        ? certificateMeanwhile(caConfigMapName(ref.name))
        : error;
    }
  }

  async #patch(
    { cluster, namespace, name }: ConnectionRef,
    body: object,
    options: ServiceOptions,
  ): Promise<void> {
    await this.gateway.request(
      cluster,
      {
        method: 'PATCH',
        path: configMapPath(namespace, caConfigMapName(name)),
        query: WRITTEN,
        body,
      },
      options,
    );
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
    await this.gateway.request(
      ref.cluster,
      {
        method: 'DELETE',
        path: configMapPath(ref.namespace, caConfigMapName(ref.name)),
        body: { preconditions: { uid, resourceVersion } },
      },
      options,
    );
  }
}
