import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The page with all tabs.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'model-connections' });

/**
 * The tab with the connections of a project; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const connectionsRouteRef = createRouteRef({
  id: 'model-connections:connections',
});

/**
 * The form for a new connection; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const createConnectionRouteRef = createSubRouteRef({
  id: 'model-connections:connections:create',
  parent: connectionsRouteRef,
  path: '/create',
});
