import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { AnchorIcon } from '../components/AnchorIcon';
import { watchHistorySteps } from '../components/UnsavedChanges/historySteps';
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
} from '../routes';
import { en } from '../translation/en';
import { modelConnectionsApi } from './apis';
import { entityConnections, entityModelServices } from './entityContents';
import { modelConnectionsPage, tabPages } from './pages';

// Before the portal mounts its router.
watchHistorySteps();

/**
 * Mooring in a portal of the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'model-connections',
  title: en['page.title'],
  icon: <AnchorIcon />,
  info: { packageJson: () => import('../../package.json') },
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
  extensions: [
    modelConnectionsApi,
    modelConnectionsPage,
    ...tabPages,
    entityConnections,
    entityModelServices,
  ],
});
