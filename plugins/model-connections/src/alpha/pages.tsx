import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** The page; its tabs are the sub pages, its title and icon those of the plugin. */
export const modelConnectionsPage = PageBlueprint.make({
  params: { path: '/model-connections', routeRef: rootRouteRef },
});

/** The tab *Connections*. */
export const connectionsPage = SubPageBlueprint.make({
  name: 'connections',
  params: {
    path: 'connections',
    title: 'Connections',
    loader: () =>
      import('../components/ConnectionsRouter').then(m => (
        <m.ConnectionsRouter />
      )),
  },
});
