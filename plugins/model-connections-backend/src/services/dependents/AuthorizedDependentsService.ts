import {
  ConnectionRef,
  connectionReadPermission,
  DependentList,
  DependentRef,
  modelServiceReadPermission,
  modelServiceUpdatePermission,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { AuthorizedConnectionsService } from '../connections/AuthorizedConnectionsService';
import { ConnectionsService } from '../connections/ConnectionsService';
import { withUse } from '../model-services/withUse';
import { ServiceOptions } from '../ServiceOptions';
import { DependentsService } from './DependentsService';

const CONNECTION = { read: connectionReadPermission };
const SERVICE = {
  read: modelServiceReadPermission,
  update: modelServiceUpdatePermission,
};

const HIDDEN =
  "Model services of projects where the portal's policy does not show them to you are not counted.";

/**
 * Asks the policy before {@link DependentsService}: who sees a connection and the model services of its project sees what
 * depends on it; who may update these services applies it to them. In a list, what somebody does not see is neither named
 * nor counted.
 */
export class AuthorizedDependentsService
  implements DependentsService<ServiceOptions>
{
  constructor(
    private readonly dependents: DependentsService,
    /** The one that asks the policy itself. */
    private readonly connections: Pick<AuthorizedConnectionsService, 'get'>,
    /** The one that asks nobody. */
    private readonly stored: Pick<ConnectionsService, 'get'>,
    private readonly decisions: PermissionDecisions,
  ) {}

  async listUses(ref: ProjectRef, options: ServiceOptions) {
    const { connections, services } = await this.#decide(options);
    const list = await this.dependents.listUses(ref, {
      ...options,
      sees: {
        connection: connection => connections.allows('read', connection),
        services: project => services.allows('read', project),
      },
    });
    const isWhole =
      ref.namespace === '-'
        ? !services.isConditional('read')
        : services.allows('read', ref);
    const partial = [list.partial, isWhole ? undefined : HIDDEN]
      .filter(Boolean)
      .join(' ');
    return { ...list, ...(partial && { partial }) };
  }

  async list(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<DependentList> {
    const services = await this.#requireFor(ref, options);
    const list = await this.dependents.list(ref, options);
    return services.allows('update', ref)
      ? list
      : {
          ...list,
          items: list.items.map(item => ({ ...item, allowedActions: [] })),
        };
  }

  async apply(
    ref: ConnectionRef & { dependents?: DependentRef[] },
    options: ServiceOptions,
  ) {
    const services = await this.#requireFor(ref, options);
    services.requirePossible('update');
    const { stored, decisions } = this;
    return await this.dependents.apply(ref, {
      ...withUse(ref, options, { connections: stored, decisions }),
      mayUpdate: services.allows('update', ref),
    });
  }

  async #decide({ credentials }: ServiceOptions) {
    const [connections, services] = await Promise.all([
      this.decisions.forConnections(CONNECTION, credentials),
      this.decisions.forServices(SERVICE, credentials),
    ]);
    connections.requirePossible('read');
    services.requirePossible('read');
    return { connections, services };
  }

  /** Throws `NotAllowedError` unless a person asks who sees this connection and the model services of its project. */
  async #requireFor(ref: ConnectionRef, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    const { connections, services } = await this.#decide(options);
    services.require('read', ref);
    if (connections.isConditional('read')) {
      const { cluster, namespace, name } = ref;
      await this.connections.get(
        { cluster, namespace, name, withCertificates: false },
        options,
      );
    }
    return services;
  }
}
