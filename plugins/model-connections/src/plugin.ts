import {
  BackstagePlugin,
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
  PathParams,
  RouteRef,
  SubRouteRef,
} from '@backstage/core-plugin-api';
import { ModelConnectionsClient } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { watchHistorySteps } from './components/UnsavedChanges/historySteps';
import {
  connectionsRouteRef,
  connectionTypesRouteRef,
  createConnectionRouteRef,
  createConnectionTypeRouteRef,
  createModelServiceRouteRef,
  duplicateConnectionTypeRouteRef,
  editConnectionRouteRef,
  editConnectionTypeRouteRef,
  editModelServiceRouteRef,
  modelServiceRouteRef,
  modelServicesRouteRef,
  rootRouteRef,
} from './routes';

// Before the portal mounts its router.
watchHistorySteps();

/**
 * Mooring in a portal of the legacy frontend system; that of the new one is the default export of the entry `./alpha`.
 *
 * @public
 */
export const modelConnectionsPlugin: BackstagePlugin<{
  root: RouteRef<undefined>;
  connections: SubRouteRef<undefined>;
  createConnection: SubRouteRef<undefined>;
  editConnection: SubRouteRef<PathParams<'/connections/edit/:name'>>;
  connectionTypes: SubRouteRef<undefined>;
  createConnectionType: SubRouteRef<undefined>;
  editConnectionType: SubRouteRef<PathParams<'/connection-types/edit/:name'>>;
  duplicateConnectionType: SubRouteRef<
    PathParams<'/connection-types/duplicate/:name'>
  >;
  modelServices: SubRouteRef<undefined>;
  createModelService: SubRouteRef<undefined>;
  modelService: SubRouteRef<PathParams<'/model-services/details/:name'>>;
  editModelService: SubRouteRef<PathParams<'/model-services/edit/:name'>>;
}> = createPlugin({
  id: 'model-connections',
  apis: [
    createApiFactory({
      api: modelConnectionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ModelConnectionsClient(dependencies),
    }),
  ],
  routes: {
    root: rootRouteRef,
    connections: connectionsRouteRef,
    createConnection: createConnectionRouteRef,
    editConnection: editConnectionRouteRef,
    connectionTypes: connectionTypesRouteRef,
    createConnectionType: createConnectionTypeRouteRef,
    editConnectionType: editConnectionTypeRouteRef,
    duplicateConnectionType: duplicateConnectionTypeRouteRef,
    modelServices: modelServicesRouteRef,
    createModelService: createModelServiceRouteRef,
    modelService: modelServiceRouteRef,
    editModelService: editModelServiceRouteRef,
  },
});

/**
 * The page with all tabs, as a route of the app: `<Route path="/model-connections" element={<ModelConnectionsPage />} />`.
 *
 * @public
 */
export const ModelConnectionsPage: () => JSX.Element =
  modelConnectionsPlugin.provide(
    createRoutableExtension({
      name: 'ModelConnectionsPage',
      component: () =>
        import('./components/ModelConnectionsPage').then(
          m => m.ModelConnectionsPage,
        ),
      mountPoint: rootRouteRef,
    }),
  );

/**
 * The entity tab *Connections*, for those that {@link isModelEntity} names. Its links lead to {@link ModelConnectionsPage},
 * which the app has to have.
 *
 * @public
 */
export const EntityConnectionsContent: () => JSX.Element =
  modelConnectionsPlugin.provide(
    createComponentExtension({
      name: 'EntityConnectionsContent',
      component: {
        lazy: () =>
          import('./components/EntityConnections').then(
            m => m.EntityConnections,
          ),
      },
    }),
  );

/**
 * The entity tab *Model services*, for those that {@link isModelEntity} names. Its links lead to {@link ModelConnectionsPage},
 * which the app has to have.
 *
 * @public
 */
export const EntityModelServicesContent: () => JSX.Element =
  modelConnectionsPlugin.provide(
    createComponentExtension({
      name: 'EntityModelServicesContent',
      component: {
        lazy: () =>
          import('./components/EntityModelServices').then(
            m => m.EntityModelServices,
          ),
      },
    }),
  );
