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

/**
 * One connection, to be looked at and changed; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const editConnectionRouteRef = createSubRouteRef({
  id: 'model-connections:connections:edit',
  parent: rootRouteRef,
  path: '/connections/edit/:name',
});

/**
 * The tab with the connection types of a cluster; takes the query `cluster`.
 *
 * @public
 */
export const connectionTypesRouteRef = createSubRouteRef({
  id: 'model-connections:connection-types',
  parent: rootRouteRef,
  path: '/connection-types',
});

/**
 * The editor for a new connection type; takes the query `cluster`.
 *
 * @public
 */
export const createConnectionTypeRouteRef = createSubRouteRef({
  id: 'model-connections:connection-types:create',
  parent: rootRouteRef,
  path: '/connection-types/create',
});

/**
 * The editor of a connection type; takes the query `cluster`.
 *
 * @public
 */
export const editConnectionTypeRouteRef = createSubRouteRef({
  id: 'model-connections:connection-types:edit',
  parent: rootRouteRef,
  path: '/connection-types/edit/:name',
});

/**
 * The editor for a copy of a connection type; takes the query `cluster`.
 *
 * @public
 */
export const duplicateConnectionTypeRouteRef = createSubRouteRef({
  id: 'model-connections:connection-types:duplicate',
  parent: rootRouteRef,
  path: '/connection-types/duplicate/:name',
});

/**
 * The tab with the model services of a project; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const modelServicesRouteRef = createSubRouteRef({
  id: 'model-connections:model-services',
  parent: rootRouteRef,
  path: '/model-services',
});

/**
 * The form for a new model service; takes the query `cluster` and `namespace`, and what is to be filled in beforehand:
 * `displayName`, `name`, and any number of `label` (`key=value`).
 *
 * @public
 */
export const createModelServiceRouteRef = createSubRouteRef({
  id: 'model-connections:model-services:create',
  parent: rootRouteRef,
  path: '/model-services/create',
});

/**
 * One model service and how far it has come; takes the query `cluster`, `namespace` and, for an LLMInferenceService, `kind`.
 *
 * @public
 */
export const modelServiceRouteRef = createSubRouteRef({
  id: 'model-connections:model-services:details',
  parent: rootRouteRef,
  path: '/model-services/details/:name',
});

/**
 * The form that changes a model service; takes the query `cluster` and `namespace`.
 *
 * @public
 */
export const editModelServiceRouteRef = createSubRouteRef({
  id: 'model-connections:model-services:edit',
  parent: rootRouteRef,
  path: '/model-services/edit/:name',
});
