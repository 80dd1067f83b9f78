import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of a connection in permissions.
 *
 * @public
 */
export const RESOURCE_TYPE_MODEL_CONNECTION = 'model-connection';

/**
 * The resource type of a model service in permissions.
 *
 * @public
 */
export const RESOURCE_TYPE_MODEL_SERVICE = 'model-service';

const connectionPermission = <
  TAction extends 'read' | 'update' | 'delete' | undefined,
>(
  name: string,
  action: TAction,
) =>
  createPermission({
    name: `modelConnections.connection.${name}`,
    attributes: action ? { action } : {},
    resourceType: RESOURCE_TYPE_MODEL_CONNECTION,
  });

/** See a connection and the values that may be shown. @public */
export const connectionReadPermission = connectionPermission('read', 'read');

/** Create a connection. Basic: there is no resource yet. @public */
export const connectionCreatePermission = createPermission({
  name: 'modelConnections.connection.create',
  attributes: { action: 'create' },
});

/** Change a connection's values and names. @public */
export const connectionUpdatePermission = connectionPermission(
  'update',
  'update',
);

/** Delete a connection. @public */
export const connectionDeletePermission = connectionPermission(
  'delete',
  'delete',
);

/** Deploy from a connection, bind it. @public */
export const connectionUsePermission = connectionPermission('use', undefined);

/** Try a connection's credentials. @public */
export const connectionCheckPermission = connectionPermission(
  'check',
  undefined,
);

/** See what a connection's credentials can see. @public */
export const connectionBrowsePermission = connectionPermission(
  'browse',
  undefined,
);

const servicePermission = <TAction extends 'read' | 'update' | 'delete'>(
  action: TAction,
) =>
  createPermission({
    name: `modelConnections.service.${action}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_MODEL_SERVICE,
  });

/** See a model service, why it does not start, and what one can be deployed with. @public */
export const modelServiceReadPermission = servicePermission('read');
/** Deploy a model service. Basic: there is no resource yet. @public */
export const modelServiceCreatePermission = createPermission({
  name: 'modelConnections.service.create',
  attributes: { action: 'create' },
});
/** Change, repair, restart, stop and start a model service. @public */
export const modelServiceUpdatePermission = servicePermission('update');
/** Delete a model service. @public */
export const modelServiceDeletePermission = servicePermission('delete');

const typePermission = (action: 'read' | 'create' | 'update' | 'delete') =>
  createPermission({
    name: `modelConnections.type.${action}`,
    attributes: { action },
  });

/** See connection types. @public */
export const connectionTypeReadPermission = typePermission('read');
/** Create or install connection types. @public */
export const connectionTypeCreatePermission = typePermission('create');
/** Edit, enable or disable connection types. @public */
export const connectionTypeUpdatePermission = typePermission('update');
/** Delete connection types. @public */
export const connectionTypeDeletePermission = typePermission('delete');

/** See the clusters and their projects. @public */
export const clusterReadPermission = createPermission({
  name: 'modelConnections.cluster.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const modelConnectionsPermissions = [
  connectionReadPermission,
  connectionCreatePermission,
  connectionUpdatePermission,
  connectionDeletePermission,
  connectionUsePermission,
  connectionCheckPermission,
  connectionBrowsePermission,
  modelServiceReadPermission,
  modelServiceCreatePermission,
  modelServiceUpdatePermission,
  modelServiceDeletePermission,
  connectionTypeReadPermission,
  connectionTypeCreatePermission,
  connectionTypeUpdatePermission,
  connectionTypeDeletePermission,
  clusterReadPermission,
];
