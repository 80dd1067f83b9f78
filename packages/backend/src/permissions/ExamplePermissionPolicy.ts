import {
  catalogEntityCreatePermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createModelConnectionConditionalDecision,
  createModelServiceConditionalDecision,
  modelConnectionConditions,
  modelServiceConditions,
} from '@mooring/backstage-plugin-model-connections-backend';
import {
  clusterReadPermission,
  connectionCreatePermission,
  connectionTypeReadPermission,
  modelConnectionsPermissions,
  RESOURCE_TYPE_MODEL_CONNECTION,
  RESOURCE_TYPE_MODEL_SERVICE,
  modelServiceCreatePermission,
} from '@mooring/backstage-plugin-model-connections-common';
import type { CatalogProjects, Project } from './CatalogProjects';

const PLATFORM_ENGINEERS = 'group:default/platform-engineers';
const AUDITORS = 'group:default/auditors';

const OURS = new Set(modelConnectionsPermissions.map(({ name }) => name));

/** What would be a way around the rules for Mooring in the hands of everybody. */
const WAYS_AROUND = new Set(
  [
    kubernetesResourcesReadPermission,
    catalogEntityCreatePermission,
    catalogLocationCreatePermission,
  ].map(({ name }) => name),
);

/** What everybody who owns a project may do. */
const OF_OWNERS = [
  clusterReadPermission,
  connectionTypeReadPermission,
  connectionCreatePermission,
  modelServiceCreatePermission,
];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * What the people of the example portal may do.
 *
 * 1. Nobody has `kubernetes.proxy`. That one permission opens the Kubernetes plugin's proxy, which passes any request on,
 *    `Impersonate-*` headers included, with the cluster account that the portal holds. A browser that has it reads every
 *    Secret this account can read, values included, and so walks around each permission of Mooring. Mooring itself does
 *    not need it: by default it calls the proxy as a plugin, not as the person
 *    (`modelConnections.kubernetes.proxyIdentity`). Keep this denial whatever else a policy of your own allows; the
 *    price is that the Kubernetes tab cannot show pod logs.
 * 2. Platform engineers may do everything in every project, and edit connection types. They alone have
 *    `kubernetes.resources.read`, which shows names and annotations of Secrets of all projects, and register things in the
 *    catalog, as it says who owns a project.
 * 3. Auditors may look at all connections and change nothing.
 * 4. Who owns projects, by the catalog, works with the connections and model services of these projects and
 *    sees no others.
 * 5. Everybody else has nothing to do with model connections.
 */
export class ExamplePermissionPolicy implements PermissionPolicy {
  constructor(private readonly projects: Pick<CatalogProjects, 'ownedBy'>) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, kubernetesProxyPermission)) {
      return DENY;
    }
    const groups = user?.info.ownershipEntityRefs ?? [];
    if (groups.includes(PLATFORM_ENGINEERS)) {
      return ALLOW;
    }
    if (!OURS.has(permission.name)) {
      return WAYS_AROUND.has(permission.name) ? DENY : ALLOW;
    }
    if (!user) {
      return DENY;
    }
    if (groups.includes(AUDITORS)) {
      return permission.attributes.action === 'read' ? ALLOW : DENY;
    }
    const projects = await this.projects.ownedBy(user.info);
    if (projects.length === 0) {
      return DENY;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_MODEL_CONNECTION)) {
      return createModelConnectionConditionalDecision(
        permission,
        inOneOf(projects, modelConnectionConditions),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_MODEL_SERVICE)) {
      return createModelServiceConditionalDecision(
        permission,
        inOneOf(projects, modelServiceConditions),
      );
    }
    return OF_OWNERS.some(({ name }) => name === permission.name)
      ? ALLOW
      : DENY;
  }
}

/** Holds in any of the projects. Clusters may have projects of the same name, so both are asked for. */
function inOneOf<TInCluster, TInNamespace>(
  projects: Project[],
  conditions: {
    isInCluster(of: { clusters: string[] }): TInCluster;
    isInNamespace(of: { namespaces: string[] }): TInNamespace;
  },
) {
  const [first, ...others] = projects.map(({ cluster, namespace }) => {
    const allOf: [TInCluster, TInNamespace] = [
      conditions.isInCluster({ clusters: [cluster] }),
      conditions.isInNamespace({ namespaces: [namespace] }),
    ];
    return { allOf };
  });
  const anyOf: [typeof first, ...(typeof first)[]] = [first, ...others];
  return { anyOf };
}
