import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  alauda,
  Convention,
  conventions,
  isDns1123Label,
  KServeCredentials,
} from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesConfig, readKubernetesConfig } from './KubernetesConfig';
import { LabelMatcher, parseLabelMatcher } from './parseLabelMatcher';

/** What config says about one cluster. */
export interface ClusterConfig {
  /** The conventions that objects are read in, in the order in which they are asked. */
  read: readonly Convention[];
  /** The convention that new objects are written in. */
  write: Convention;
  /** Where the connection types of a convention lie. */
  typeNamespaceOf(convention: Convention): string;
  /** The projects to offer where the cluster does not let us list them. */
  namespaces: string[];
  /** What KServe's own configuration is taken to say about credentials, where config says so. */
  storage: Partial<Pick<KServeCredentials, 'secretAnnotation' | 'secretName'>>;
  /** How credentials of a connection reach the pods of a service; OCI has a way of its own. */
  credentialBinding: 'serviceAccount' | 'secretAnnotation';
  /** Whether config locks a connection type, beside the convention's own mark. */
  locks(type: { name: string; labels?: Record<string, string> }): boolean;
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

/**
 * The `modelConnections` part of app-config, read once at start. `config.d.ts` documents every key.
 */
export class ModelConnectionsConfig {
  private constructor(
    private readonly clusters: ReadonlyMap<string, ClusterConfig>,
    private readonly defaults: ClusterConfig,
    readonly limits: LimitsConfig,
    /** As whom the Kubernetes plugin and its clusters are called. */
    readonly kubernetes: KubernetesConfig,
  ) {}

  /** Throws `InputError` for a value that cannot be meant. */
  static fromConfig(root: RootConfigService): ModelConnectionsConfig {
    const config = root.getOptionalConfig('modelConnections');
    const section = config?.getOptionalConfig('clusters');
    const timeout = 'limits.clusterTimeout';
    return new ModelConnectionsConfig(
      new Map(
        (section?.keys() ?? []).map(name => [
          name,
          readCluster(name, section?.getOptionalConfig(name)),
        ]),
      ),
      readCluster('', undefined),
      {
        bodyBytes: readCount(config, 'limits.bodyBytes') ?? 8_388_608,
        pageSize: readCount(config, 'limits.pageSize') ?? 1000,
        clusterTimeout: config?.has(timeout)
          ? durationToMilliseconds(
              readDurationFromConfig(config, { key: timeout }),
            )
          : 30_000,
      },
      readKubernetesConfig(
        config,
        root.getOptionalBoolean('permission.enabled') ?? false,
      ),
    );
  }

  /** What config says about a cluster, or the defaults. */
  cluster(name: string): ClusterConfig {
    return this.clusters.get(name) ?? this.defaults;
  }
}

function readCount(config: Config | undefined, key: string) {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
    throw new InputError(
      `modelConnections.${key}: must be a whole number above 0`,
    );
  }
  return value;
}

function readCluster(name: string, config: Config | undefined): ClusterConfig {
  const fail = (message: string): never => {
    throw new InputError(`modelConnections.clusters.${name}: ${message}`);
  };
  const convention = (id: string): Convention =>
    conventions.find(known => known.id === id) ??
    fail(
      `"${id}" is not a convention; there are ${conventions
        .map(known => known.id)
        .join(' and ')}`,
    );
  const write = convention(
    config?.getOptionalString('conventions.write') ?? alauda.id,
  );
  const ids = config?.getOptionalStringArray('conventions.read');
  const read = ids
    ? conventions.filter(known => ids.map(convention).includes(known))
    : conventions;
  if (!read.includes(write)) {
    fail(`what is written ("${write.id}") must be read as well`);
  }
  const typeNamespace = config?.getOptionalString('typeNamespace');
  const namespaces = config?.getOptionalStringArray('namespaces') ?? [];
  const wrong = [typeNamespace ?? write.typeNamespace, ...namespaces].find(
    namespace => !isDns1123Label(namespace),
  );
  if (wrong !== undefined) {
    fail(`"${wrong}" is not the name of a namespace`);
  }
  const names = config?.getOptionalStringArray('preinstalled.names') ?? [];
  const selector = config?.getOptionalString('preinstalled.selector');
  let matches: LabelMatcher = () => false;
  if (selector !== undefined) {
    matches = parseLabelMatcher(selector);
  }
  const secretAnnotation = config?.getOptionalString(
    'storage.secretAnnotation',
  );
  const secretName = config?.getOptionalString('storage.secretName');
  const binding =
    config?.getOptionalString('credentialBinding') ?? 'serviceAccount';
  if (binding !== 'serviceAccount' && binding !== 'secretAnnotation') {
    fail(
      binding === 'storageSpec'
        ? 'credentialBinding "storageSpec" is not supported yet; use "serviceAccount" or "secretAnnotation"'
        : `"${binding}" is not a credentialBinding; there are serviceAccount and secretAnnotation`,
    );
  }
  return {
    read,
    write,
    credentialBinding: binding as ClusterConfig['credentialBinding'],
    typeNamespaceOf: known => typeNamespace ?? known.typeNamespace,
    namespaces,
    storage: {
      ...(secretAnnotation !== undefined && { secretAnnotation }),
      ...(secretName !== undefined && { secretName }),
    },
    locks: type => names.includes(type.name) || matches(type.labels ?? {}),
  };
}
