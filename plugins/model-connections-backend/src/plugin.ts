import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  modelConnectionsPermissions,
  RESOURCE_TYPE_MODEL_CONNECTION,
  RESOURCE_TYPE_MODEL_SERVICE,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsConfig } from './config/ModelConnectionsConfig';
import { DefaultKubernetesGateway } from './kubernetes/DefaultKubernetesGateway';
import { Impersonation } from './kubernetes/Impersonation';
import { modelConnectionResourceRef } from './permissions/modelConnectionResourceRef';
import { modelServiceResourceRef } from './permissions/modelServiceResourceRef';
import { PermissionDecisions } from './permissions/PermissionDecisions';
import { modelConnectionRules, modelServiceRules } from './permissions/rules';
import { createRouter } from './router/createRouter';
import { AuthorizedClustersService } from './services/clusters/AuthorizedClustersService';
import { AuthorizedConnectionsService } from './services/connections/AuthorizedConnectionsService';
import { ConnectionSecrets } from './services/connections/ConnectionSecrets';
import { AuthorizedConnectionTypesService } from './services/connection-types/AuthorizedConnectionTypesService';
import { DefaultClustersService } from './services/clusters/DefaultClustersService';
import { DefaultConnectionsService } from './services/connections/DefaultConnectionsService';
import { DefaultConnectionTypesService } from './services/connection-types/DefaultConnectionTypesService';
import { AuthorizedDependentsService } from './services/dependents/AuthorizedDependentsService';
import { DefaultDependentsService } from './services/dependents/DefaultDependentsService';
import { AuthorizedModelServingService } from './services/model-services/AuthorizedModelServingService';
import { DefaultModelServingService } from './services/model-services/DefaultModelServingService';

/**
 * The backend of Mooring: model connections and connection types of the clusters that the Kubernetes plugin knows.
 *
 * @public
 */
export const modelConnectionsPlugin = createBackendPlugin({
  pluginId: 'model-connections',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { auditor, auth, httpAuth, permissions, userInfo } = services;
        services.permissionsRegistry.addResourceType({
          resourceRef: modelConnectionResourceRef,
          permissions: modelConnectionsPermissions.filter(permission =>
            isResourcePermission(permission, RESOURCE_TYPE_MODEL_CONNECTION),
          ),
          rules: Object.values(modelConnectionRules),
        });
        services.permissionsRegistry.addResourceType({
          resourceRef: modelServiceResourceRef,
          permissions: modelConnectionsPermissions.filter(permission =>
            isResourcePermission(permission, RESOURCE_TYPE_MODEL_SERVICE),
          ),
          rules: Object.values(modelServiceRules),
        });
        services.permissionsRegistry.addPermissions(
          modelConnectionsPermissions.filter(
            permission => !isResourcePermission(permission),
          ),
        );
        const config = ModelConnectionsConfig.fromConfig(services.config);
        const { proxyIdentity, impersonate } = config.kubernetes;
        const gateway = DefaultKubernetesGateway.create({
          auth,
          discovery: services.discovery,
          clusterTimeout: config.limits.clusterTimeout,
          proxyIdentity,
          impersonation:
            impersonate &&
            Impersonation.create({ auth, userInfo, config: impersonate }),
        });
        const decisions = PermissionDecisions.create({
          permissions,
          permissionsRegistry: services.permissionsRegistry,
          auth,
        });
        const types = DefaultConnectionTypesService.create({
          gateway,
          config,
          auth,
        });
        const storedConnections = DefaultConnectionsService.create({
          gateway,
          types,
          config,
          auth,
        });
        const connections = new AuthorizedConnectionsService(
          storedConnections,
          types,
          decisions,
        );
        services.httpRouter.use(
          await createRouter({
            auditor,
            httpAuth,
            bodyBytes: config.limits.bodyBytes,
            clusters: new AuthorizedClustersService(
              DefaultClustersService.create({ gateway, config }),
              decisions,
            ),
            connectionTypes: new AuthorizedConnectionTypesService(
              types,
              decisions,
            ),
            connections,
            dependents: new AuthorizedDependentsService(
              DefaultDependentsService.create({
                gateway,
                config,
                secrets: ConnectionSecrets.create({
                  gateway,
                  types,
                  config,
                  auth,
                }),
              }),
              connections,
              storedConnections,
              decisions,
            ),
            modelServices: new AuthorizedModelServingService(
              DefaultModelServingService.create({ gateway, config }),
              storedConnections,
              decisions,
            ),
          }),
        );
      },
    });
  },
});
