import { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  builtInConnectionTypes,
  ClusterRef,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeRef,
  ConnectionTypeWrite,
  Convention,
  isDns1123Subdomain,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionTypeSelector,
  decodeConnectionType,
  encodeBuiltInConnectionType,
  encodeConnectionType,
  encodeConnectionTypeEnabled,
  encodeConnectionTypePatch,
  isConnectionType,
  StoredConnectionType,
} from '../../codecs/connection-type/connectionTypeCodec';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import {
  ClusterForbiddenError,
  ConflictingInputError,
  InvalidInputError,
} from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkType,
  checkUnlocked,
  describeConnectionType,
  isConflict,
} from './connectionTypeChecks';
import { ConnectionTypesService } from './ConnectionTypesService';

/** What {@link DefaultConnectionTypesService} is made of. */
export interface ConnectionTypesServiceOptions {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
  auth: AuthService;
}

/** A connection type with what it was read from. */
export interface ReadConnectionType {
  configMap: ConfigMap;
  convention: Convention;
  type: StoredConnectionType;
  /** The API server's clock. */
  date: Date;
}

/** {@link ConnectionTypesService} over the gateway. */
export class DefaultConnectionTypesService implements ConnectionTypesService {
  private constructor(
    private readonly options: ConnectionTypesServiceOptions,
  ) {}

  static create(options: ConnectionTypesServiceOptions) {
    return new DefaultConnectionTypesService(options);
  }

  async list(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeList> {
    const { gateway, config } = this.options;
    const { read } = config.cluster(cluster);
    const found = new Map<string, ConnectionType>();
    for (const convention of read) {
      const items = await this.#explainRefusal(cluster, () =>
        listAll<ConfigMap>(
          gateway,
          cluster,
          {
            path: configMapsPath(this.#namespace(cluster)),
            query: { labelSelector: connectionTypeSelector(convention) },
            pageSize: config.limits.pageSize,
          },
          options,
        ),
      );
      for (const item of items.filter(
        ({ metadata }) => !found.has(metadata.name),
      )) {
        found.set(
          item.metadata.name,
          describeConnectionType(this.#decode(cluster, item, convention)),
        );
      }
    }
    return { items: [...found.values()] };
  }

  async get(
    ref: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    return describeConnectionType((await this.read(ref, options)).type);
  }

  /** The stored type, with what it was read from; for the rules of connections. Throws as `get` does. */
  async read(
    { cluster, name }: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ReadConnectionType> {
    const missing = new NotFoundError(
      `There is no connection type "${name}" in the cluster "${cluster}".`,
    );
    if (!isDns1123Subdomain(name)) {
      throw missing;
    }
    const { body, date } = await this.#request(cluster, options, {
      path: configMapPath(this.#namespace(cluster), name),
    });
    const { read } = this.options.config.cluster(cluster);
    const convention = read.find(known => isConnectionType(body, known));
    if (!convention) {
      throw missing;
    }
    const type = this.#decode(cluster, body, convention);
    return { configMap: body, convention, type, date };
  }

  async create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    const { cluster } = ref;
    const fields = checkType(ref.type);
    const convention = this.options.config.cluster(cluster).write;
    const namespace = this.#namespace(cluster);
    const { body } = await this.#request(cluster, options, {
      method: 'POST',
      path: configMapsPath(namespace),
      query: { fieldManager: 'mooring', fieldValidation: 'Strict' },
      body: encodeConnectionType(
        { ...ref.type, fields },
        { convention, namespace, creator: this.#creator(options) },
      ),
    }).catch(error => {
      throw isConflict(error)
        ? new ConflictingInputError(
            `There is a ConfigMap "${ref.type.name}" in "${namespace}" already.`,
            [{ field: 'name', message: 'Is taken. Choose another name.' }],
          )
        : error;
    });
    return describeConnectionType(this.#decode(cluster, body, convention));
  }

  async replace(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    const { cluster, name, type } = ref;
    if (type.name !== name) {
      throw new InvalidInputError('A connection type cannot be renamed.', [
        { field: 'name', message: `Must be ${name}; duplicate it instead.` },
      ]);
    }
    if (!type.resourceVersion) {
      throw new InvalidInputError('The version that was read is missing.', [
        { field: 'resourceVersion', message: 'Is required.' },
      ]);
    }
    const fields = checkType(type);
    const stored = await this.read(ref, options);
    checkUnlocked(stored.type, 'edited');
    const stale = new ConflictingInputError(
      `"${name}" has been changed since it was read.`,
      [{ field: 'resourceVersion', message: 'Read it again.' }],
    );
    if (stored.type.resourceVersion !== type.resourceVersion) {
      throw stale;
    }
    const { body } = await this.#request(cluster, options, {
      method: 'PATCH',
      path: configMapPath(this.#namespace(cluster), name),
      query: { fieldManager: 'mooring' },
      body: encodeConnectionTypePatch(
        { ...type, fields },
        stored.configMap,
        stored.convention,
      ),
    }).catch(error => {
      throw isConflict(error) ? stale : error;
    });
    return describeConnectionType(
      this.#decode(cluster, body, stored.convention),
    );
  }

  async enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    const { cluster, name, enabled } = ref;
    const { convention } = await this.read(ref, options);
    const { body } = await this.#request(cluster, options, {
      method: 'PATCH',
      path: configMapPath(this.#namespace(cluster), name),
      query: { fieldManager: 'mooring' },
      body: encodeConnectionTypeEnabled(enabled, convention),
    });
    return describeConnectionType(this.#decode(cluster, body, convention));
  }

  async delete(ref: ConnectionTypeRef, options: ServiceOptions): Promise<void> {
    const { configMap, type } = await this.read(ref, options);
    checkUnlocked(type, 'deleted');
    await this.#request(ref.cluster, options, {
      method: 'DELETE',
      path: configMapPath(this.#namespace(ref.cluster), ref.name),
      body: { preconditions: { uid: configMap.metadata.uid } },
    });
  }

  async install(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeInstallResult> {
    const result: ConnectionTypeInstallResult = { created: [], unchanged: [] };
    const namespace = this.#namespace(cluster);
    const convention = this.options.config.cluster(cluster).write;
    for (const definition of builtInConnectionTypes) {
      try {
        await this.#request(cluster, options, {
          method: 'POST',
          path: configMapsPath(namespace),
          query: { fieldManager: 'mooring', fieldValidation: 'Strict' },
          body: encodeBuiltInConnectionType(definition, convention, namespace),
        });
        result.created.push(definition.name);
      } catch (error) {
        if (!isConflict(error)) {
          throw error;
        }
        result.unchanged.push(definition.name);
      }
    }
    return result;
  }

  #namespace(cluster: string): string {
    return this.options.config.cluster(cluster).typeNamespace;
  }

  #creator({ credentials }: ServiceOptions): string {
    if (!this.options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only a person can make a connection type.');
    }
    return credentials.principal.userEntityRef;
  }

  #decode(
    cluster: string,
    configMap: ConfigMap,
    convention: Convention,
  ): StoredConnectionType {
    const type = decodeConnectionType(configMap, convention);
    const locked = this.options.config
      .cluster(cluster)
      .locks(configMap.metadata);
    return locked ? { ...type, preinstalled: true } : type;
  }

  async #request(
    cluster: string,
    options: ServiceOptions,
    request: Parameters<KubernetesGateway['request']>[1],
  ) {
    return await this.#explainRefusal(cluster, () =>
      this.options.gateway.request<ConfigMap>(cluster, request, options),
    );
  }

  /** `kube-public` by itself lets nobody list ConfigMaps, so a refusal here is the most likely first obstacle. */
  async #explainRefusal<T>(cluster: string, call: () => Promise<T>) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof ClusterForbiddenError) {
        throw new ClusterForbiddenError(
          `${
            error.message
          } A cluster admin has to let the portal's account read, and for editing write, ConfigMaps in "${this.#namespace(
            cluster,
          )}"; deploy/rbac.yaml holds the Roles and RoleBindings.`,
        );
      }
      throw error;
    }
  }
}
