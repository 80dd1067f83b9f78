import {
  ClusterRef,
  ConnectionType,
  connectionTypeCreatePermission,
  connectionTypeDeletePermission,
  connectionTypeReadPermission,
  ConnectionTypeRef,
  connectionTypeUpdatePermission,
  ConnectionTypeWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { ServiceOptions } from '../ServiceOptions';
import { ConnectionTypesService } from './ConnectionTypesService';

const ACTIONS = {
  update: connectionTypeUpdatePermission,
  delete: connectionTypeDeletePermission,
  enable: connectionTypeUpdatePermission,
};

/** Asks the policy before {@link ConnectionTypesService}, and cuts `allowedActions` to what the caller may do. */
export class AuthorizedConnectionTypesService
  implements ConnectionTypesService
{
  constructor(
    private readonly types: ConnectionTypesService,
    private readonly decisions: PermissionDecisions,
  ) {}

  async list(ref: ClusterRef, options: ServiceOptions) {
    await this.decisions.require(
      connectionTypeReadPermission,
      options.credentials,
    );
    const [{ items }, allowed] = await Promise.all([
      this.types.list(ref, options),
      this.decisions.allowedActions(ACTIONS, options.credentials),
    ]);
    return { items: items.map(item => cut(item, allowed)) };
  }

  async get(ref: ConnectionTypeRef, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeReadPermission,
      options.credentials,
    );
    const [type, allowed] = await Promise.all([
      this.types.get(ref, options),
      this.decisions.allowedActions(ACTIONS, options.credentials),
    ]);
    return cut(type, allowed);
  }

  async create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeCreatePermission,
      options.credentials,
    );
    const allowed = await this.decisions.allowedActions(
      ACTIONS,
      options.credentials,
    );
    return cut(await this.types.create(ref, options), allowed);
  }

  async replace(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeUpdatePermission,
      options.credentials,
    );
    const allowed = await this.decisions.allowedActions(
      ACTIONS,
      options.credentials,
    );
    return cut(await this.types.replace(ref, options), allowed);
  }

  async enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeUpdatePermission,
      options.credentials,
    );
    const allowed = await this.decisions.allowedActions(
      ACTIONS,
      options.credentials,
    );
    return cut(await this.types.enable(ref, options), allowed);
  }

  async delete(ref: ConnectionTypeRef, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeDeletePermission,
      options.credentials,
    );
    await this.types.delete(ref, options);
  }

  async install(ref: ClusterRef, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionTypeCreatePermission,
      options.credentials,
    );
    return await this.types.install(ref, options);
  }
}

function cut(type: ConnectionType, allowed: Set<string>): ConnectionType {
  return {
    ...type,
    allowedActions: type.allowedActions.filter(action => allowed.has(action)),
  };
}
