import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of a connection in permissions.
 *
 * @public
 */
export const RESOURCE_TYPE_MODEL_CONNECTION = 'model-connection';

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
  connectionTypeReadPermission,
  connectionTypeCreatePermission,
  connectionTypeUpdatePermission,
  connectionTypeDeletePermission,
  clusterReadPermission,
];
