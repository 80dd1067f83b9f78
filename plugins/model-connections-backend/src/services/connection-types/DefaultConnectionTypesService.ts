import { AuthService } from '@backstage/backend-plugin-api';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
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
  ConflictingInputError,
  InvalidInputError,
  UnknownClusterError,
} from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkType,
  checkUnlocked,
  describeConnectionType,
  explainRefusal,
  isRefusal,
} from './connectionTypeChecks';
import {
  ConnectionTypeReader,
  ReadConnectionType,
} from './ConnectionTypeReader';
import { ConnectionTypesService } from './ConnectionTypesService';

/** What {@link DefaultConnectionTypesService} is made of. */
export interface ConnectionTypesServiceOptions {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
  auth: AuthService;
}

const namespaceOf = (configMap: ConfigMap) =>
  configMap.metadata.namespace ?? '';

/** {@link ConnectionTypesService} over the gateway. */
export class DefaultConnectionTypesService
  implements ConnectionTypesService, ConnectionTypeReader
{
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
    const { read, write, typeNamespaceOf } = config.cluster(cluster);
    const found = new Map<string, ConnectionType>();
    for (const convention of read) {
      const namespace = typeNamespaceOf(convention);
      const items = await explainRefusal(
        namespace,
        () =>
          listAll<ConfigMap>(
            gateway,
            cluster,
            {
              path: configMapsPath(namespace),
              query: { labelSelector: connectionTypeSelector(convention) },
              pageSize: config.limits.pageSize,
            },
            options,
          ),
        // Another platform's namespace may well be closed to us.
        convention === write ? undefined : [],
      );
      for (const item of items) {
        const { name } = item.metadata;
        if (!found.has(name)) {
          const type = this.#decode(cluster, item, convention);
          found.set(name, describeConnectionType(type));
        }
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
    const { read, write, typeNamespaceOf } =
      this.options.config.cluster(cluster);
    const first = typeNamespaceOf(write);
    for (const namespace of new Set([first, ...read.map(typeNamespaceOf)])) {
      const answer = await this.#readIn(
        cluster,
        namespace,
        name,
        options,
      ).catch(error => {
        if (namespace === first || !isRefusal(error)) throw error;
        return undefined;
      });
      const convention = read.find(
        known =>
          answer &&
          typeNamespaceOf(known) === namespace &&
          isConnectionType(answer.body, known),
      );
      if (answer && convention) {
        const type = this.#decode(cluster, answer.body, convention);
        return { configMap: answer.body, convention, type, date: answer.date };
      }
    }
    throw missing;
  }

  async create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    const { cluster } = ref;
    const fields = checkType(ref.type);
    const { write: convention, typeNamespaceOf } =
      this.options.config.cluster(cluster);
    const namespace = typeNamespaceOf(convention);
    const { body } = await this.#request(cluster, namespace, options, {
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
    const namespace = namespaceOf(stored.configMap);
    checkUnlocked(stored.type, 'edited');
    const stale = new ConflictingInputError(
      `"${name}" has been changed since it was read.`,
      [{ field: 'resourceVersion', message: 'Read it again.' }],
    );
    if (stored.type.resourceVersion !== type.resourceVersion) {
      throw stale;
    }
    const { body } = await this.#request(cluster, namespace, options, {
      method: 'PATCH',
      path: configMapPath(namespace, name),
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
    const { configMap, convention } = await this.read(ref, options);
    const namespace = namespaceOf(configMap);
    const { body } = await this.#request(cluster, namespace, options, {
      method: 'PATCH',
      path: configMapPath(namespace, name),
      query: { fieldManager: 'mooring' },
      body: encodeConnectionTypeEnabled(enabled, convention),
    });
    return describeConnectionType(this.#decode(cluster, body, convention));
  }

  async delete(ref: ConnectionTypeRef, options: ServiceOptions): Promise<void> {
    const { configMap, type } = await this.read(ref, options);
    const namespace = namespaceOf(configMap);
    checkUnlocked(type, 'deleted');
    await this.#request(ref.cluster, namespace, options, {
      method: 'DELETE',
      path: configMapPath(namespace, ref.name),
      body: { preconditions: { uid: configMap.metadata.uid } },
    });
  }

  async install(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeInstallResult> {
    const result: ConnectionTypeInstallResult = { created: [], unchanged: [] };
    const { write: convention, typeNamespaceOf } =
      this.options.config.cluster(cluster);
    const namespace = typeNamespaceOf(convention);
    for (const definition of builtInConnectionTypes) {
      try {
        await this.#request(cluster, namespace, options, {
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
    namespace: string,
    options: ServiceOptions,
    request: Parameters<KubernetesGateway['request']>[1],
  ) {
    return await explainRefusal(namespace, () =>
      this.options.gateway.request<ConfigMap>(cluster, request, options),
    );
  }

  /** A ConfigMap; `undefined` where there is none of that name. */
  async #readIn(
    cluster: string,
    namespace: string,
    name: string,
    options: ServiceOptions,
  ) {
    try {
      return await this.#request(cluster, namespace, options, {
        path: configMapPath(namespace, name),
      });
    } catch (error) {
      if (
        isError(error) &&
        error.name === 'NotFoundError' &&
        !(error instanceof UnknownClusterError)
      ) {
        return undefined;
      }
      throw error;
    }
  }
}
