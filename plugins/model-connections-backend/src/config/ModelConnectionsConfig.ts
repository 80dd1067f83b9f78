import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  alauda,
  isDns1123Label,
} from '@mooring/backstage-plugin-model-connections-common';

/** What config says about one cluster. */
export interface ClusterConfig {
  /** Where connection types lie. */
  typeNamespace: string;
  /** The projects to offer where the cluster does not let us list them. */
  namespaces: string[];
}

/** What config says about sizes and times. */
export interface LimitsConfig {
  /** Largest request body, in bytes. */
  bodyBytes: number;
  /** Objects per page asked of a cluster, at most. */
  pageSize: number;
  /** Milliseconds after which a call to a cluster is given up. */
  clusterTimeout: number;
}

const DEFAULT_CLUSTER: ClusterConfig = {
  typeNamespace: alauda.typeNamespace,
  namespaces: [],
};

/**
 * The `modelConnections` part of app-config, read once at start. `config.d.ts` documents every key.
 */
export class ModelConnectionsConfig {
  private constructor(
    private readonly clusters: ReadonlyMap<string, ClusterConfig>,
    readonly limits: LimitsConfig,
  ) {}

  /** Throws `InputError` for a value that cannot be meant. */
  static fromConfig(root: RootConfigService): ModelConnectionsConfig {
    const config = root.getOptionalConfig('modelConnections');
    const clusters = new Map<string, ClusterConfig>();
    const section = config?.getOptionalConfig('clusters');
    for (const name of section?.keys() ?? []) {
      const cluster = section!.getConfig(name);
      const typeNamespace =
        cluster.getOptionalString('typeNamespace') ??
        DEFAULT_CLUSTER.typeNamespace;
      const namespaces = cluster.getOptionalStringArray('namespaces') ?? [];
      const wrong = [typeNamespace, ...namespaces].find(
        namespace => !isDns1123Label(namespace),
      );
      if (wrong !== undefined) {
        throw new InputError(
          `modelConnections.clusters.${name}: "${wrong}" is not the name of a namespace`,
        );
      }
      clusters.set(name, { typeNamespace, namespaces });
    }
    const timeout = 'limits.clusterTimeout';
    return new ModelConnectionsConfig(clusters, {
      bodyBytes: config?.getOptionalNumber('limits.bodyBytes') ?? 8_388_608,
      pageSize: config?.getOptionalNumber('limits.pageSize') ?? 1000,
      clusterTimeout: config?.has(timeout)
        ? durationToMilliseconds(
            readDurationFromConfig(config, { key: timeout }),
          )
        : 30_000,
    });
  }

  /** What config says about a cluster, or the defaults. */
  cluster(name: string): ClusterConfig {
    return this.clusters.get(name) ?? DEFAULT_CLUSTER;
  }
}
