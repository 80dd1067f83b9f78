import {
  ModelService,
  modelServiceCreatePermission,
  modelServiceDeletePermission,
  ModelServiceDryRun,
  ModelServiceKind,
  modelServiceReadPermission,
  ModelServiceRef,
  modelServiceUpdatePermission,
  ModelServiceWrite,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  PermissionDecisions,
  ServiceDecisions,
} from '../../permissions/PermissionDecisions';
import { ConnectionsService } from '../connections/ConnectionsService';
import { ServiceOptions } from '../ServiceOptions';
import { ModelServingService, WriteOptions } from './ModelServingService';
import { withUse } from './withUse';

/** What `allowedActions` may hold, and the permission to see a service at all. */
const PERMISSIONS = {
  read: modelServiceReadPermission,
  update: modelServiceUpdatePermission,
  delete: modelServiceDeletePermission,
};

type Action = keyof typeof PERMISSIONS;
type Decisions = ServiceDecisions<Action>;

/**
 * Asks the policy before {@link ModelServingService}, and cuts `allowedActions` to what the caller may do. The permissions
 * are alike for all services of a project, so nothing has to be read to decide. Whoever brings the values of a connection
 * to pods needs the permission to use it, by whatever way they are brought.
 */
export class AuthorizedModelServingService
  implements ModelServingService<ServiceOptions>
{
  constructor(
    private readonly services: ModelServingService,
    private readonly connections: Pick<ConnectionsService, 'get'>,
    private readonly decisions: PermissionDecisions,
  ) {}

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
    options: ServiceOptions,
  ) {
    const decisions = await this.#decide(options);
    decisions.requirePossible('read');
    const list = await this.services.list(ref, options);
    return {
      ...list,
      items: list.items
        .filter(item => decisions.allows('read', item))
        .map(item => cut(item, decisions)),
    };
  }

  async get(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ) {
    const decisions = await this.#require(['read'], ref, options);
    return cut(await this.services.get(ref, options), decisions);
  }

  async manifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options: ServiceOptions,
  ) {
    await this.#require(['read'], ref, options);
    return await this.services.manifest(ref, options);
  }

  async preview(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: ServiceOptions,
  ) {
    await this.#require(['read'], ref, options);
    return await this.services.preview(ref, this.#withUse(ref, options));
  }

  async create(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: ServiceOptions,
  ) {
    const decisions = await this.#requireCreate(ref, options);
    const using = this.#withUse(ref, options);
    return cut(await this.services.create(ref, using), decisions);
  }

  async tryCreate(
    ref: ProjectRef & { service: ModelServiceWrite },
    options: ServiceOptions,
  ) {
    const decisions = await this.#requireCreate(ref, options);
    const using = this.#withUse(ref, options);
    return cutTry(await this.services.tryCreate(ref, using), decisions);
  }

  async replace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: ServiceOptions,
  ) {
    const decisions = await this.#require(['update'], ref, options);
    const using = this.#withUse(ref, options);
    return cut(await this.services.replace(ref, using), decisions);
  }

  async tryReplace(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options: ServiceOptions,
  ) {
    const decisions = await this.#require(['update'], ref, options);
    const using = this.#withUse(ref, options);
    return cutTry(await this.services.tryReplace(ref, using), decisions);
  }

  async apply(ref: ModelServiceRef, options: ServiceOptions) {
    const decisions = await this.#require(['update'], ref, options);
    const using = this.#withUse(ref, options);
    return cut(await this.services.apply(ref, using), decisions);
  }

  async tryApply(ref: ModelServiceRef, options: ServiceOptions) {
    const decisions = await this.#require(['update'], ref, options);
    const using = this.#withUse(ref, options);
    return cutTry(await this.services.tryApply(ref, using), decisions);
  }

  async restart(ref: ModelServiceRef, options: ServiceOptions) {
    const decisions = await this.#require(['update'], ref, options);
    return cut(await this.services.restart(ref, options), decisions);
  }

  async stop(ref: ModelServiceRef, options: ServiceOptions) {
    const decisions = await this.#require(['update'], ref, options);
    return cut(await this.services.stop(ref, options), decisions);
  }

  async start(ref: ModelServiceRef, options: ServiceOptions) {
    const decisions = await this.#require(['update'], ref, options);
    return cut(await this.services.start(ref, options), decisions);
  }

  async delete(ref: ModelServiceRef, options: ServiceOptions) {
    await this.#require(['delete'], ref, options);
    await this.services.delete(ref, options);
  }

  async runtimes(ref: ProjectRef, options: ServiceOptions) {
    await this.#require(['read'], ref, options);
    return await this.services.runtimes(ref, options);
  }

  async volumeClaims(ref: ProjectRef, options: ServiceOptions) {
    await this.#require(['read'], ref, options);
    return await this.services.volumeClaims(ref, options);
  }

  async serviceAccounts(ref: ProjectRef, options: ServiceOptions) {
    await this.#require(['read'], ref, options);
    return await this.services.serviceAccounts(ref, options);
  }

  async #decide({ credentials }: ServiceOptions): Promise<Decisions> {
    return await this.decisions.forServices(PERMISSIONS, credentials);
  }

  /** Throws `NotAllowedError` unless the caller is a person whom the policy lets do this in the project. */
  async #require(
    actions: Action[],
    { cluster, namespace }: ProjectRef,
    options: ServiceOptions,
  ): Promise<Decisions> {
    this.decisions.requireUser(options.credentials);
    const decisions = await this.#decide(options);
    for (const action of actions) {
      decisions.requirePossible(action);
      decisions.require(action, { cluster, namespace });
    }
    return decisions;
  }

  /** The permission to create is basic; nobody makes a service where they would not see it. */
  async #requireCreate(ref: ProjectRef, options: ServiceOptions) {
    this.decisions.requireUser(options.credentials);
    await this.decisions.require(
      modelServiceCreatePermission,
      options.credentials,
    );
    return await this.#require(['read'], ref, options);
  }

  #withUse(ref: ProjectRef, options: ServiceOptions): WriteOptions {
    const { connections, decisions } = this;
    return withUse(ref, options, { connections, decisions });
  }
}

function cut(service: ModelService, decisions: Decisions): ModelService {
  return {
    ...service,
    allowedActions: service.allowedActions.filter(action =>
      decisions.allows(action as Action, service),
    ),
  };
}

function cutTry(
  dryRun: ModelServiceDryRun,
  decisions: Decisions,
): ModelServiceDryRun {
  return { ...dryRun, service: cut(dryRun.service, decisions) };
}
