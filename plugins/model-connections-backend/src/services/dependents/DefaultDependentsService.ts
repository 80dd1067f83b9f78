import {
  AppliedDependentList,
  ConnectionRef,
  ConnectionUseList,
  DependentList,
  DependentRef,
  driftFromConnection,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionSelector,
  conventionOfConnection,
  isHiddenConnection,
} from '../../codecs/connection/connectionMarks';
import { decodeConnectionSummary } from '../../codecs/connection/decodeConnection';
import {
  DecodedLocation,
  decodeNotedLocation,
} from '../../codecs/connection/decodeLocation';
import {
  secretsPath,
  serviceAccountPath,
} from '../../kubernetes/kubernetesPath';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { listAll } from '../../kubernetes/listAll';
import { rememberReads } from '../../kubernetes/rememberReads';
import { ConnectionSecrets } from '../connections/ConnectionSecrets';
import { createModelServiceParts } from '../model-services/createModelServiceParts';
import { WriteOptions } from '../model-services/ModelServingService';
import { KSERVE_CONFIG } from '../model-services/readCredentialsConfig';
import { ServiceOptions } from '../ServiceOptions';
import { applyConnection } from './applyConnection';
import { ConnectionDependents } from './ConnectionDependents';
import { DependentsService, Visibility } from './DependentsService';
import { ServiceObjects, ServiceObjectsContext } from './ServiceObjects';

/** What {@link DefaultDependentsService} is made of. */
export interface DependentsServiceOptions extends ServiceObjectsContext {
  secrets: Pick<ConnectionSecrets, 'readSecret' | 'conventionOf'>;
}

/** {@link DependentsService} over the gateway. */
export class DefaultDependentsService implements DependentsService {
  private constructor(private readonly options: DependentsServiceOptions) {}

  static create(options: DependentsServiceOptions) {
    return new DefaultDependentsService(options);
  }

  async listUses(
    ref: ProjectRef,
    options: ServiceOptions & { sees?: Visibility },
  ): Promise<ConnectionUseList> {
    const { cluster } = ref;
    const [objects, connections] = await Promise.all([
      ServiceObjects.read(ref, this.options, options),
      this.#listConnections(ref, options),
    ]);
    const podsOf = await objects.readPods('all', options);
    const uses = new Map<string, ConnectionUseList['items'][number]>();
    for (const service of objects.services) {
      const namespace = service.metadata.namespace ?? '';
      const isSeen = options.sees?.services({ cluster, namespace }) ?? true;
      for (const [name, via] of isSeen ? objects.secretsOf(service) : []) {
        const key = `${namespace}/${name}`;
        const connection = connections.get(key);
        if (connection) {
          const use = uses.get(key) ?? {
            namespace,
            connection: name,
            count: 0,
            stale: 0,
          };
          use.count += 1;
          const pods = podsOf(service);
          if (driftFromConnection(service, via, connection, pods)) {
            use.stale += 1;
          }
          uses.set(key, use);
        }
      }
    }
    const { partial } = objects;
    return { items: [...uses.values()], ...(partial && { partial }) };
  }

  async list(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<DependentList> {
    const dependents = await ConnectionDependents.read(
      ref,
      this.options,
      options,
    );
    return dependents.describe();
  }

  async apply(
    ref: ConnectionRef & { dependents?: DependentRef[] },
    options: WriteOptions & { mayUpdate?: boolean },
  ): Promise<AppliedDependentList> {
    // Each service is planned with these.
    const gateway = rememberReads(this.options.gateway, [
      KSERVE_CONFIG,
      serviceAccountPath(ref.namespace, 'default'),
    ]);
    const context = { ...this.options, gateway };
    const dependents = await ConnectionDependents.read(ref, context, options);
    const parts = createModelServiceParts(context);
    return await applyConnection(ref, dependents, parts, options);
  }

  /**
   * The connections of a project that whoever asks sees, from metadata alone. One list: no selector finds those of two
   * conventions, so it asks for all Secrets where both are read.
   */
  async #listConnections(
    { cluster, namespace }: ProjectRef,
    options: ServiceOptions & { sees?: Visibility },
  ) {
    const { gateway, config } = this.options;
    const { read } = config.cluster(cluster);
    const secrets = await listAll<KubernetesObject>(
      gateway,
      cluster,
      {
        path: secretsPath(namespace === '-' ? undefined : namespace),
        query: {
          labelSelector:
            read.length === 1 ? connectionSelector(read[0], []) : undefined,
        },
        as: 'metadataList',
        pageSize: config.limits.pageSize,
      },
      options,
    );
    return new Map<string, DecodedLocation>(
      secrets.flatMap(secret => {
        const convention = conventionOfConnection(secret, read);
        if (!convention || isHiddenConnection(secret, convention)) {
          return [];
        }
        const summary = decodeConnectionSummary(secret, cluster, convention);
        return options.sees?.connection(summary) ?? true
          ? [
              [
                `${summary.namespace}/${summary.name}`,
                decodeNotedLocation(secret, convention),
              ] as const,
            ]
          : [];
      }),
    );
  }
}
