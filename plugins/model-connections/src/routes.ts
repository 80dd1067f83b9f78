import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The page with all tabs.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'model-connections' });

// Everything beneath is a sub route of the page: the legacy frontend system mounts one route reference per page.

/**
 * The tab with the connections of a project; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const connectionsRouteRef = createSubRouteRef({
  id: 'model-connections:connections',
  parent: rootRouteRef,
  path: '/connections',
});

/**
 * The form for a new connection; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const createConnectionRouteRef = createSubRouteRef({
  id: 'model-connections:connections:create',
  parent: rootRouteRef,
  path: '/connections/create',
});
