import {
  ConnectionAdopt,
  connectionBrowsePermission,
  connectionCheckPermission,
  ConnectionCopy,
  ConnectionCreate,
  connectionCreatePermission,
  connectionDeletePermission,
  ConnectionPatch,
  connectionReadPermission,
  ConnectionRef,
  ConnectionSummary,
  connectionUpdatePermission,
  connectionUsePermission,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { ServiceOptions } from '../ServiceOptions';
import { ConnectionsService } from './ConnectionsService';

const ACTIONS = {
  update: connectionUpdatePermission,
  delete: connectionDeletePermission,
  use: connectionUsePermission,
  check: connectionCheckPermission,
  browse: connectionBrowsePermission,
};

/** Asks the policy before {@link ConnectionsService}, and cuts `allowedActions` to what the caller may do. */
export class AuthorizedConnectionsService implements ConnectionsService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly decisions: PermissionDecisions,
  ) {}

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    { credentials }: ServiceOptions,
  ) {
    await this.decisions.require(connectionReadPermission, credentials);
    const [list, allowed] = await Promise.all([
      this.connections.list(ref, { credentials }),
      this.decisions.allowedActions(ACTIONS, credentials),
    ]);
    return { ...list, items: list.items.map(item => cut(item, allowed)) };
  }

  async get(ref: ConnectionRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionReadPermission, credentials);
    const [connection, allowed] = await Promise.all([
      this.connections.get(ref, { credentials }),
      this.decisions.allowedActions(ACTIONS, credentials),
    ]);
    return cut(connection, allowed);
  }

  async create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionCreatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.connections.create(ref, { credentials }), allowed);
  }

  async manifest(ref: ConnectionRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionReadPermission, credentials);
    return await this.connections.manifest(ref, { credentials });
  }

  async patch(
    ref: ConnectionRef & { patch: ConnectionPatch },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionUpdatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.connections.patch(ref, { credentials }), allowed);
  }

  async adopt(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionCreatePermission, credentials);
    await this.decisions.require(connectionUpdatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.connections.adopt(ref, { credentials }), allowed);
  }

  async copy(
    ref: ConnectionRef & { copy: ConnectionCopy },
    { credentials }: ServiceOptions,
  ) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionUsePermission, credentials);
    await this.decisions.require(connectionCreatePermission, credentials);
    const allowed = await this.decisions.allowedActions(ACTIONS, credentials);
    return cut(await this.connections.copy(ref, { credentials }), allowed);
  }

  async delete(ref: ConnectionRef, { credentials }: ServiceOptions) {
    this.decisions.requireUser(credentials);
    await this.decisions.require(connectionDeletePermission, credentials);
    await this.connections.delete(ref, { credentials });
  }
}

function cut<T extends ConnectionSummary>(item: T, allowed: Set<string>): T {
  return {
    ...item,
    allowedActions: item.allowedActions.filter(action => allowed.has(action)),
  };
}
