import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  ConnectionSummary,
  RESOURCE_TYPE_MODEL_CONNECTION,
} from '@mooring/backstage-plugin-model-connections-common';

/**
 * What the rules of this plugin look at: where a connection is, what it is and who made it. Of a Secret that is not a
 * connection yet, only the place and the type it is to have are known.
 *
 * @public
 */
export type ModelConnectionResource = Pick<
  ConnectionSummary,
  'cluster' | 'namespace' | 'protocols' | 'typeName' | 'creator'
>;

/**
 * The connection as a resource of the permission framework. There is no query: conditions are decided in process, on the
 * object that was just read, because a resource cannot be loaded from a person's own cluster without that person.
 *
 * @public
 */
export const modelConnectionResourceRef = createPermissionResourceRef<
  ModelConnectionResource,
  {}
>().with({
  pluginId: 'model-connections',
  resourceType: RESOURCE_TYPE_MODEL_CONNECTION,
});
