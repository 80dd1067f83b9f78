import { AuthService } from '@backstage/backend-plugin-api';
import {
  builtInConnectionTypes,
  ClusterRef,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeRef,
  ConnectionTypeWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  encodeBuiltInConnectionType,
  encodeConnectionType,
  encodeConnectionTypeEnabled,
  encodeConnectionTypePatch,
} from '../../codecs/connection-type/connectionTypeCodec';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { ConflictingInputError, InvalidInputError } from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { creatorOf } from '../creatorOf';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkType,
  checkUnlocked,
  describeConnectionType,
} from './connectionTypeChecks';
import { ConnectionTypeConfigMaps } from './ConnectionTypeConfigMaps';
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
    private readonly configMaps: ConnectionTypeConfigMaps,
  ) {}

  static create(options: ConnectionTypesServiceOptions) {
    return new DefaultConnectionTypesService(
      options,
      new ConnectionTypeConfigMaps(options.gateway, options.config),
    );
  }

  async list(
    ref: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeList> {
    const types = await this.configMaps.list(ref, options);
    return { items: types.map(describeConnectionType) };
  }

  async get(
    ref: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    return describeConnectionType((await this.read(ref, options)).type);
  }

  async read(
    ref: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ReadConnectionType> {
    return await this.configMaps.read(ref, options);
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
    const { body } = await this.configMaps
      .request(cluster, namespace, options, {
        method: 'POST',
        path: configMapsPath(namespace),
        query: { fieldManager: 'mooring', fieldValidation: 'Strict' },
        body: encodeConnectionType(
          { ...ref.type, fields },
          {
            convention,
            namespace,
            creator: creatorOf(options, this.options.auth, 'a connection type'),
          },
        ),
      })
      .catch(error => {
        throw isConflict(error)
          ? new ConflictingInputError(
              `There is a ConfigMap "${ref.type.name}" in "${namespace}" already.`,
              [{ field: 'name', message: 'Is taken. Choose another name.' }],
            )
          : error;
      });
    return describeConnectionType(
      this.configMaps.decode(cluster, body, convention),
    );
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
    const fields = checkType({ ...type, name: undefined });
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
    const { body } = await this.configMaps
      .request(cluster, namespace, options, {
        method: 'PATCH',
        path: configMapPath(namespace, name),
        query: { fieldManager: 'mooring' },
        body: encodeConnectionTypePatch(
          { ...type, fields },
          stored.configMap,
          stored.convention,
        ),
      })
      .catch(error => {
        throw isConflict(error) ? stale : error;
      });
    return describeConnectionType(
      this.configMaps.decode(cluster, body, stored.convention),
    );
  }

  async enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    const { cluster, name, enabled } = ref;
    const { configMap, convention } = await this.read(ref, options);
    const namespace = namespaceOf(configMap);
    const { body } = await this.configMaps.request(
      cluster,
      namespace,
      options,
      {
        method: 'PATCH',
        path: configMapPath(namespace, name),
        query: { fieldManager: 'mooring' },
        body: encodeConnectionTypeEnabled(enabled, convention),
      },
    );
    return describeConnectionType(
      this.configMaps.decode(cluster, body, convention),
    );
  }

  async delete(ref: ConnectionTypeRef, options: ServiceOptions): Promise<void> {
    const { configMap, type } = await this.read(ref, options);
    const namespace = namespaceOf(configMap);
    checkUnlocked(type, 'deleted');
    await this.configMaps.request(ref.cluster, namespace, options, {
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
        await this.configMaps.request(cluster, namespace, options, {
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
}
