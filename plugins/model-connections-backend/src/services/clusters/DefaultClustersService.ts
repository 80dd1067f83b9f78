import {
  conventions,
  Cluster,
  ClusterList,
  ClusterRef,
  Namespace,
  NamespaceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { firstOf } from '../../codecs/firstOf';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { ClusterForbiddenError } from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { namespacesPath } from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ClustersService } from './ClustersService';
import { ServiceOptions } from '../ServiceOptions';

/** Where platforms keep the name of a project that people see. */
const DISPLAY_NAMES = conventions.flatMap(
  convention => convention.connectionAnnotations.displayName,
);

/** {@link ClustersService} over the gateway. */
export class DefaultClustersService implements ClustersService {
  private constructor(
    private readonly gateway: KubernetesGateway,
    private readonly config: ModelConnectionsConfig,
  ) {}

  static create(options: {
    gateway: KubernetesGateway;
    config: ModelConnectionsConfig;
  }) {
    return new DefaultClustersService(options.gateway, options.config);
  }

  async list(options: ServiceOptions): Promise<ClusterList> {
    const clusters = await this.gateway.clusters(options);
    return {
      items: clusters.map(({ title, ...cluster }) => ({
        ...cluster,
        title: title ?? cluster.name,
        conventions: this.#conventions(cluster.name),
      })),
    };
  }

  async listNamespaces(
    { cluster }: ClusterRef,
    options: ServiceOptions,
  ): Promise<NamespaceList> {
    const configured = this.config.cluster(cluster).namespaces;
    try {
      const items = await listAll(
        this.gateway,
        cluster,
        {
          path: namespacesPath(),
          pageSize: this.config.limits.pageSize,
          as: 'metadataList',
        },
        options,
      );
      return { items: items.map(readNamespace) };
    } catch (error) {
      if (!(error instanceof ClusterForbiddenError)) {
        throw error;
      }
      const reason = `${error.message} Type a project's name instead.`;
      return { items: configured.map(name => ({ name })), partial: reason };
    }
  }

  #conventions(cluster: string): Cluster['conventions'] {
    const { read, write } = this.config.cluster(cluster);
    return { read: read.map(({ id }) => id), write: write.id };
  }
}

function readNamespace({ metadata }: KubernetesObject): Namespace {
  return {
    name: metadata.name,
    displayName: firstOf(metadata.annotations, DISPLAY_NAMES),
  };
}
