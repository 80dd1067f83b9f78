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

  async list(ref: ClusterRef, { credentials }: ServiceOptions) {
    await this.decisions.require(connectionTypeReadPermission, credentials);
    const [{ items }, allowed] = await Promise.all([
      this.types.list(ref, { credentials }),
      this.decisions.allowedActions(ACTIONS, credentials),
    ]);
    return { items: items.map(item => cut(item, allowed)) };
  }

  async get(ref: ConnectionTypeRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeReadPermission, credentials);
    const [type, allowed] = await Promise.all([
      this.types.get(ref, { credentials }),
      this.decisions.allowedActions(ACTIONS, credentials),
    ]);
    return cut(type, allowed);
  }

  async create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeCreatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.types.create(ref, { credentials }), allowed);
  }

  async replace(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeUpdatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.types.replace(ref, { credentials }), allowed);
  }

  async enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeUpdatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.types.enable(ref, { credentials }), allowed);
  }

  async delete(ref: ConnectionTypeRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeDeletePermission, credentials);
    await this.types.delete(ref, { credentials });
  }

  async install(ref: ClusterRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionTypeCreatePermission, credentials);
    return await this.types.install(ref, { credentials });
  }
}

function cut(type: ConnectionType, allowed: Set<string>): ConnectionType {
  return {
    ...type,
    allowedActions: type.allowedActions.filter(action => allowed.has(action)),
  };
}
