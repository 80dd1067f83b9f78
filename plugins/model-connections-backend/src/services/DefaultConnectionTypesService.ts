import { isError, NotFoundError } from '@backstage/errors';
import {
  alauda,
  builtInConnectionTypes,
  ClusterRef,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeRef,
  isDns1123Subdomain,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionTypeSelector,
  decodeConnectionType,
  encodeBuiltInConnectionType,
  isConnectionType,
  StoredConnectionType,
} from '../codecs/connectionTypeCodec';
import { ModelConnectionsConfig } from '../config/ModelConnectionsConfig';
import { ClusterForbiddenError } from '../errors/errors';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ConfigMap } from '../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../kubernetes/kubernetesPath';
import { listAll } from '../kubernetes/listAll';
import { ServiceOptions } from './ConnectionsService';
import { ConnectionTypesService } from './ConnectionTypesService';

const decode = (configMap: ConfigMap) =>
  decodeConnectionType(configMap, alauda);

/** What the type's own state allows; who asks is the business of the decorator. */
function describe(type: StoredConnectionType): ConnectionType {
  const locked = type.preinstalled;
  return {
    ...type,
    allowedActions: locked ? ['enable'] : ['update', 'delete', 'enable'],
  };
}

/** {@link ConnectionTypesService} over the gateway. */
export class DefaultConnectionTypesService implements ConnectionTypesService {
  private constructor(
    private readonly gateway: KubernetesGateway,
    private readonly config: ModelConnectionsConfig,
  ) {}

  static create(options: {
    gateway: KubernetesGateway;
    config: ModelConnectionsConfig;
  }) {
    return new DefaultConnectionTypesService(options.gateway, options.config);
  }

  async list(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeList> {
    const items = await this.#explainRefusal(cluster, () =>
      listAll<ConfigMap>(
        this.gateway,
        cluster,
        {
          path: configMapsPath(this.#namespace(cluster)),
          query: { labelSelector: connectionTypeSelector(alauda) },
          pageSize: this.config.limits.pageSize,
        },
        options,
      ),
    );
    return { items: items.map(item => describe(decode(item))) };
  }

  async get(
    ref: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<ConnectionType> {
    return describe((await this.read(ref, options)).type);
  }

  /** The stored type with the API server's time of reading; for the rules of connections. Throws as `get` does. */
  async read(
    { cluster, name }: ConnectionTypeRef,
    options: ServiceOptions,
  ): Promise<{ type: StoredConnectionType; date: Date }> {
    const missing = new NotFoundError(
      `There is no connection type "${name}" in the cluster "${cluster}".`,
    );
    if (!isDns1123Subdomain(name)) {
      throw missing;
    }
    const { body, date } = await this.#explainRefusal(cluster, () =>
      this.gateway.request<ConfigMap>(
        cluster,
        { path: configMapPath(this.#namespace(cluster), name) },
        options,
      ),
    );
    if (!isConnectionType(body, alauda)) {
      throw missing;
    }
    return { type: decode(body), date };
  }

  async install(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeInstallResult> {
    const result: ConnectionTypeInstallResult = { created: [], unchanged: [] };
    const namespace = this.#namespace(cluster);
    for (const definition of builtInConnectionTypes) {
      try {
        await this.gateway.request(
          cluster,
          {
            method: 'POST',
            path: configMapsPath(namespace),
            query: { fieldManager: 'mooring', fieldValidation: 'Strict' },
            body: encodeBuiltInConnectionType(definition, alauda, namespace),
          },
          options,
        );
        result.created.push(definition.name);
      } catch (error) {
        if (!isError(error) || error.name !== 'ConflictError') {
          throw error;
        }
        result.unchanged.push(definition.name);
      }
    }
    return result;
  }

  #namespace(cluster: string): string {
    return this.config.cluster(cluster).typeNamespace;
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
          } A cluster admin has to let the portal's account get, list and watch ConfigMaps in "${this.#namespace(
            cluster,
          )}"; deploy/rbac.yaml holds the Role and RoleBinding.`,
        );
      }
      throw error;
    }
  }
}
