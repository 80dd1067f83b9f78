import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  Permission,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';

/**
 * Asks the portal's policy. A conditional answer counts as a refusal: this plugin has no rules that a condition could be
 * made of yet.
 */
export class PermissionDecisions {
  private constructor(
    private readonly permissions: PermissionsService,
    private readonly auth: AuthService,
  ) {}

  static create(options: {
    permissions: PermissionsService;
    auth: AuthService;
  }) {
    return new PermissionDecisions(options.permissions, options.auth);
  }

  /**
   * Throws `NotAllowedError` unless a person calls. The permissions service allows service principals everything, so
   * that they may only list is ours to see to.
   */
  requireUser(credentials: BackstageCredentials): void {
    if (!this.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only a person may do this; services of the portal may list only.',
      );
    }
  }

  /** Throws `NotAllowedError` that names the permission when the policy refuses it. */
  async require(
    permission: Permission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [allowed] = await this.allowed([permission], credentials);
    if (!allowed) {
      throw new NotAllowedError(
        `The portal's policy does not give you the permission ${permission.name}.`,
      );
    }
  }

  /** Which of several permissions the policy gives, in their order, in one question. */
  async allowed(
    permissions: Permission[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.permissions.authorizeConditional(
      permissions.map(permission => ({ permission } as QueryPermissionRequest)),
      { credentials },
    );
    return decisions.map(decision => decision.result === AuthorizeResult.ALLOW);
  }

  /** The names of those actions whose permission the policy gives. */
  async allowedActions(
    permissions: Record<string, Permission>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const names = Object.keys(permissions);
    const allowed = await this.allowed(Object.values(permissions), credentials);
    return new Set(names.filter((_, index) => allowed[index]));
  }
}
