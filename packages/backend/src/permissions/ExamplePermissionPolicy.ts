import { kubernetesProxyPermission } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
} from '@backstage/plugin-permission-node';

/**
 * What the people of the example portal may do: everything except `kubernetes.proxy`.
 *
 * That one permission opens the Kubernetes plugin's proxy, which passes any request on with the cluster account that
 * the portal holds. A browser that has it reads every Secret this account can read, values included, and so walks
 * around each permission of Mooring. Mooring itself does not need it: by default it calls the proxy as a plugin, not as
 * the person (`modelConnections.kubernetes.proxyIdentity`). Keep this denial whatever else a policy of your own allows;
 * the price is that the Kubernetes tab cannot show pod logs.
 *
 * A policy for real people would also answer the `modelConnections.*` permissions, by default all allowed here.
 */
export class ExamplePermissionPolicy implements PermissionPolicy {
  async handle(request: PolicyQuery): Promise<PolicyDecision> {
    if (isPermission(request.permission, kubernetesProxyPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
