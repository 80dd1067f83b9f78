import {
  Connection,
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
import mapValues from 'lodash/mapValues';
import {
  ConnectionDecisions,
  PermissionDecisions,
} from '../../permissions/PermissionDecisions';
import { isMissing } from '../../errors/isMissing';
import { ModelConnectionResource } from '../../permissions/modelConnectionResourceRef';
import { ConnectionTypesService } from '../connection-types/ConnectionTypesService';
import { ServiceOptions } from '../ServiceOptions';
import { ConnectionsService } from './ConnectionsService';

/** What `allowedActions` may hold, and the permission to see a connection at all. */
const PERMISSIONS = {
  read: connectionReadPermission,
  update: connectionUpdatePermission,
  delete: connectionDeletePermission,
  use: connectionUsePermission,
  check: connectionCheckPermission,
  browse: connectionBrowsePermission,
};

type Action = keyof typeof PERMISSIONS;
type Decisions = ConnectionDecisions<Action>;

/**
 * Asks the policy before {@link ConnectionsService}, and cuts `allowedActions` to what the caller may do. Where the policy
 * answers with conditions, they are held against the connection as it was just read; a write then costs one more read.
 * The permission to create is basic; so that nobody makes a connection where they would not see it, the permission to
 * read is asked for what is to be made as well.
 */
export class AuthorizedConnectionsService implements ConnectionsService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly types: Pick<ConnectionTypesService, 'get'>,
    private readonly decisions: PermissionDecisions,
  ) {}

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ) {
    const decisions = await this.#decide(options);
    decisions.requirePossible('read');
    const list = await this.connections.list(ref, options);
    return {
      ...list,
      items: list.items
        .filter(item => decisions.allows('read', item))
        .map(item => cut(item, decisions)),
    };
  }

  async get(
    ref: ConnectionRef & { withCertificates?: boolean },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    const decisions = await this.#decide(options);
    decisions.requirePossible('read');
    const wanted = { withCertificates: true, ...ref };
    return cut(await this.#read('read', wanted, decisions, options), decisions);
  }

  async manifest(ref: ConnectionRef, options: ServiceOptions) {
    await this.#requireFor('read', ref, options);
    return await this.connections.manifest(ref, options);
  }

  async create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionCreatePermission,
      options.credentials,
    );
    const decisions = await this.#decide(options);
    decisions.requirePossible('read');
    if (decisions.isConditional('read')) {
      const { typeName } = ref.connection;
      decisions.require('read', await this.#planned(ref, typeName, options));
    }
    return cut(await this.connections.create(ref, options), decisions);
  }

  async patch(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options: ServiceOptions,
  ) {
    const decisions = await this.#requireFor('update', ref, options);
    return cut(await this.connections.patch(ref, options), decisions);
  }

  async adopt(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionCreatePermission,
      options.credentials,
    );
    const decisions = await this.#decide(options);
    decisions.requirePossible('read');
    decisions.requirePossible('update');
    if (decisions.isConditional('read') || decisions.isConditional('update')) {
      const planned = await this.#planned(ref, ref.adopt.typeName, options);
      decisions.require('read', planned);
      decisions.require('update', planned);
    }
    return cut(await this.connections.adopt(ref, options), decisions);
  }

  async copy(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options: ServiceOptions,
  ) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      connectionCreatePermission,
      options.credentials,
    );
    const decisions = await this.#requireFor('use', ref, options);
    decisions.requirePossible('read');
    if (decisions.isConditional('read')) {
      const { copy, ...source } = ref;
      decisions.require('read', {
        ...(await this.#read('use', source, decisions, options)),
        namespace: copy.targetNamespace,
        creator: this.decisions.requireUser(options.credentials),
      });
    }
    return cut(await this.connections.copy(ref, options), decisions);
  }

  async delete(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options: ServiceOptions,
  ) {
    await this.#requireFor('delete', ref, options);
    return await this.connections.delete(ref, options);
  }

  async #decide({ credentials }: ServiceOptions): Promise<Decisions> {
    return await this.decisions.forConnections(PERMISSIONS, credentials);
  }

  /** Throws `NotAllowedError` unless the caller is a person whom the policy lets do this with this connection. */
  async #requireFor(
    action: Action,
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<Decisions> {
    this.decisions.requireUser(options.credentials);
    const decisions = await this.#decide(options);
    decisions.requirePossible(action);
    if (decisions.isConditional(action)) {
      await this.#read(action, ref, decisions, options);
    }
    return decisions;
  }

  /**
   * The connection, read to hold the conditions of a permission against it, for which its certificates do not matter. Who may not do this in its project is refused
   * whether it exists or not, so that names of other projects cannot be guessed.
   */
  async #read(
    action: Action,
    ref: ConnectionRef & { withCertificates?: boolean },
    decisions: Decisions,
    options: ServiceOptions,
  ): Promise<Connection> {
    const { cluster, namespace, name, withCertificates = false } = ref;
    let connection: Connection;
    try {
      connection = await this.connections.get(
        { cluster, namespace, name, withCertificates },
        options,
      );
    } catch (error) {
      if (isMissing(error)) {
        decisions.require(action, { cluster, namespace, protocols: [] });
      }
      throw error;
    }
    decisions.require(action, connection);
    return connection;
  }

  /** What a connection of a type will be to the policy's conditions, once the caller has made it. */
  async #planned(
    { cluster, namespace }: ProjectRef,
    typeName: string,
    options: ServiceOptions,
  ): Promise<ModelConnectionResource> {
    const type = await this.types
      .get({ cluster, name: typeName }, options)
      // That the type is missing is for the service to say.
      .catch(ignoreMissing);
    return {
      cluster,
      namespace,
      typeName,
      protocols: type?.protocols ?? [],
      creator: this.decisions.requireUser(options.credentials),
    };
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) {
    throw error;
  }
}

function cut<T extends ConnectionSummary & Partial<Connection>>(
  item: T,
  decisions: Decisions,
): T {
  return {
    ...item,
    allowedActions: item.allowedActions.filter(action =>
      decisions.allows(action as Action, item),
    ),
    // Who may write and not read gets no value back that they did not send.
    ...(item.values && !decisions.allows('read', item)
      ? {
          values: mapValues(item.values, () => ({ isSet: true as const })),
          s3: undefined,
        }
      : {}),
  };
}
