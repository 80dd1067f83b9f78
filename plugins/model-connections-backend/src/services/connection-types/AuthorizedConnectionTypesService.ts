import { BasicPermission } from '@backstage/plugin-permission-common';
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
    const allowed = await this.#allow(connectionTypeReadPermission, options);
    const { items } = await this.types.list(ref, options);
    return { items: items.map(item => cut(item, allowed)) };
  }

  async get(ref: ConnectionTypeRef, options: ServiceOptions) {
    const allowed = await this.#allowUser(
      connectionTypeReadPermission,
      options,
    );
    return cut(await this.types.get(ref, options), allowed);
  }

  async create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ) {
    const allowed = await this.#allowUser(
      connectionTypeCreatePermission,
      options,
    );
    return cut(await this.types.create(ref, options), allowed);
  }

  async replace(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ) {
    const allowed = await this.#allowUser(
      connectionTypeUpdatePermission,
      options,
    );
    return cut(await this.types.replace(ref, options), allowed);
  }

  async enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    options: ServiceOptions,
  ) {
    const allowed = await this.#allowUser(
      connectionTypeUpdatePermission,
      options,
    );
    return cut(await this.types.enable(ref, options), allowed);
  }

  async delete(ref: ConnectionTypeRef, options: ServiceOptions) {
    await this.#allowUser(connectionTypeDeletePermission, options);
    await this.types.delete(ref, options);
  }

  async install(ref: ClusterRef, options: ServiceOptions) {
    await this.#allowUser(connectionTypeCreatePermission, options);
    return await this.types.install(ref, options);
  }

  /** Throws `NotAllowedError` unless the policy gives the permission; gives the actions that it gives beside it. */
  async #allow(permission: BasicPermission, { credentials }: ServiceOptions) {
    return await this.decisions.requireAndList(
      permission,
      ACTIONS,
      credentials,
    );
  }

  /** The same for what only people may do. */
  async #allowUser(permission: BasicPermission, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    return await this.#allow(permission, options);
  }
}

function cut(type: ConnectionType, allowed: Set<string>): ConnectionType {
  return {
    ...type,
    allowedActions: type.allowedActions.filter(action => allowed.has(action)),
  };
}
