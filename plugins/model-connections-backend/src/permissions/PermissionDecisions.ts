import {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  Permission,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  ModelConnectionResource,
  modelConnectionResourceRef,
} from './modelConnectionResourceRef';
import {
  ModelServiceResource,
  modelServiceResourceRef,
} from './modelServiceResourceRef';

/** What {@link PermissionDecisions} is made of. */
export interface PermissionDecisionsOptions {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  auth: AuthService;
}

/**
 * The policy's answers to several permissions, asked for at once; each may still depend on the resource.
 */
export class ResourceDecisions<TAction extends string, TResource> {
  constructor(
    private readonly decisions: ReadonlyMap<TAction, PolicyDecision>,
    private readonly permissions: Readonly<Record<TAction, Permission>>,
    private readonly authorize: (
      decision: PolicyDecision,
      resource: TResource,
    ) => boolean,
    /** What a refusal is about, such as ` for this connection`. */
    private readonly what: string,
  ) {}

  /** Whether the answer depends on the resource, so that it has to be known first. */
  isConditional(action: TAction): boolean {
    return this.decisions.get(action)?.result === AuthorizeResult.CONDITIONAL;
  }

  /** Whether the policy gives the permission for this resource. */
  allows(action: TAction, resource: TResource): boolean {
    const decision = this.decisions.get(action);
    return decision !== undefined && this.authorize(decision, resource);
  }

  /** Throws `NotAllowedError` where the policy refuses the permission for every resource. */
  requirePossible(action: TAction): void {
    if (this.decisions.get(action)?.result === AuthorizeResult.DENY) {
      throw refusal(this.permissions[action]);
    }
  }

  /** Throws `NotAllowedError` where the policy refuses the permission for this resource. */
  require(action: TAction, resource: TResource): void {
    if (!this.allows(action, resource)) {
      throw refusal(this.permissions[action], this.what);
    }
  }
}

/** The policy's answers for connections. */
export type ConnectionDecisions<TAction extends string> = ResourceDecisions<
  TAction,
  ModelConnectionResource
>;

/** The policy's answers for model services; these are alike for all of a project. */
export type ServiceDecisions<TAction extends string> = ResourceDecisions<
  TAction,
  ModelServiceResource
>;

function refusal(permission: Permission, what: string = ''): NotAllowedError {
  return new NotAllowedError(
    `The portal's policy does not give you the permission ${permission.name}${what}.`,
  );
}

/** Asks the portal's policy. */
export class PermissionDecisions {
  private constructor(private readonly options: PermissionDecisionsOptions) {}

  static create(options: PermissionDecisionsOptions) {
    return new PermissionDecisions(options);
  }

  /**
   * The entity ref of the person who calls. Throws `NotAllowedError` where none does: the permissions service allows
   * service principals everything, so that they may only list is ours to see to.
   */
  requireUser(credentials: BackstageCredentials): string {
    if (!this.options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only a person may do this; services of the portal may list only.',
      );
    }
    return credentials.principal.userEntityRef;
  }

  /** Throws `NotAllowedError` that names the permission when the policy refuses it. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw refusal(permission);
    }
  }

  /**
   * The names of those actions whose basic permission the policy gives, asked for together with the one that is required.
   * Throws `NotAllowedError` that names the required one when the policy refuses it.
   */
  async requireAndList(
    required: BasicPermission,
    permissions: Record<string, BasicPermission>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const names = Object.keys(permissions);
    const [first, ...answers] = await this.options.permissions.authorize(
      [required, ...Object.values(permissions)].map(permission => ({
        permission,
      })),
      { credentials },
    );
    if (first.result !== AuthorizeResult.ALLOW) {
      throw refusal(required);
    }
    return new Set(
      names.filter(
        (_, index) => answers[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  /** The policy's answers for connections, in one question. */
  async forConnections<TAction extends string>(
    permissions: Readonly<Record<TAction, Permission>>,
    credentials: BackstageCredentials,
  ): Promise<ConnectionDecisions<TAction>> {
    return new ResourceDecisions(
      await this.#answers(permissions, credentials),
      permissions,
      createConditionAuthorizer(
        this.options.permissionsRegistry.getPermissionRuleset(
          modelConnectionResourceRef,
        ),
      ),
      ' for this connection',
    );
  }

  /** The policy's answers for model services, in one question. */
  async forServices<TAction extends string>(
    permissions: Readonly<Record<TAction, Permission>>,
    credentials: BackstageCredentials,
  ): Promise<ServiceDecisions<TAction>> {
    return new ResourceDecisions(
      await this.#answers(permissions, credentials),
      permissions,
      createConditionAuthorizer(
        this.options.permissionsRegistry.getPermissionRuleset(
          modelServiceResourceRef,
        ),
      ),
      ' for the model services of this project',
    );
  }

  async #answers<TAction extends string>(
    permissions: Readonly<Record<TAction, Permission>>,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<TAction, PolicyDecision>> {
    const actions = Object.keys(permissions) as TAction[];
    const decisions = await this.options.permissions.authorizeConditional(
      actions.map(
        action =>
          ({ permission: permissions[action] } as QueryPermissionRequest),
      ),
      { credentials },
    );
    return new Map(actions.map((action, index) => [action, decisions[index]]));
  }
}
