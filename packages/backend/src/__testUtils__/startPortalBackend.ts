import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import modelConnectionsPlugin from '@mooring/backstage-plugin-model-connections-backend';
import { type LocalCluster, toBackstageConfig } from '@mooring/local-cluster';
import examplePolicy from '../permissions';

/** Starts the part of the portal's backend that guards clusters: the real plugins, and the real policy between them. */
export async function startPortalBackend(cluster: LocalCluster) {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          kubernetes: toBackstageConfig(cluster),
        },
      }),
      // The mock would allow everything without asking the policy.
      permissionsServiceFactory,
      permissionPlugin,
      examplePolicy,
      kubernetesPlugin,
      modelConnectionsPlugin,
    ],
  });
}
