import { NotFoundError } from '@backstage/errors';
import {
  ClusterRef,
  ConnectionTypeRef,
  Convention,
  isDns1123Subdomain,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionTypeSelector,
  decodeConnectionType,
  isConnectionType,
  StoredConnectionType,
} from '../../codecs/connection-type/connectionTypeCodec';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { configMapPath, configMapsPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';
import { explainRefusal, isRefusal } from './connectionTypeChecks';
import {
  ConnectionTypeReader,
  ReadConnectionType,
} from './ConnectionTypeReader';

/**
 * The ConfigMaps that hold connection types: each platform keeps its own in a namespace of its own, unless config names
 * one for all.
 */
export class ConnectionTypeConfigMaps implements ConnectionTypeReader {
  constructor(
    private readonly gateway: KubernetesGateway,
    private readonly config: ModelConnectionsConfig,
  ) {}

  /** Every type of a cluster, each name once. */
  async list(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<StoredConnectionType[]> {
    const { read, write, typeNamespaceOf } = this.config.cluster(cluster);
    const found = new Map<string, StoredConnectionType>();
    for (const convention of read) {
      const namespace = typeNamespaceOf(convention);
      const items = await explainRefusal(
        namespace,
        () =>
          listAll<ConfigMap>(
            this.gateway,
            cluster,
            {
              path: configMapsPath(namespace),
              query: { labelSelector: connectionTypeSelector(convention) },
              pageSize: this.config.limits.pageSize,
            },
            options,
          ),
        // Another platform's namespace may well be closed to us.
        convention === write ? undefined : [],
      );
      for (const item of items) {
        const { name } = item.metadata;
        if (!found.has(name)) {
          found.set(name, this.decode(cluster, item, convention));
        }
      }
    }
    return [...found.values()];
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
    const { read, write, typeNamespaceOf } = this.config.cluster(cluster);
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
        const type = this.decode(cluster, answer.body, convention);
        return { configMap: answer.body, convention, type, date: answer.date };
      }
    }
    throw missing;
  }

  /** Reads a ConfigMap as a type, with the locks of config. */
  decode(
    cluster: string,
    configMap: ConfigMap,
    convention: Convention,
  ): StoredConnectionType {
    const type = decodeConnectionType(configMap, convention);
    const locked = this.config.cluster(cluster).locks(configMap.metadata);
    return locked ? { ...type, preinstalled: true } : type;
  }

  /** Sends a request about a type; a refusal says what to apply. */
  async request(
    cluster: string,
    namespace: string,
    options: ServiceOptions,
    request: Parameters<KubernetesGateway['request']>[1],
  ) {
    return await explainRefusal(namespace, () =>
      this.gateway.request<ConfigMap>(cluster, request, options),
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
      return await this.request(cluster, namespace, options, {
        path: configMapPath(namespace, name),
      });
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }
}
