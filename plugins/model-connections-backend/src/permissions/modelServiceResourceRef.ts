import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MODEL_SERVICE } from '@mooring/backstage-plugin-model-connections-common';

/**
 * What the rules of model services look at: where one is.
 *
 * @public
 */
export interface ModelServiceResource {
  cluster: string;
  namespace: string;
}

/**
 * The model service as a resource of the permission framework. As with connections there is no query.
 *
 * @public
 */
export const modelServiceResourceRef = createPermissionResourceRef<
  ModelServiceResource,
  {}
>().with({
  pluginId: 'model-connections',
  resourceType: RESOURCE_TYPE_MODEL_SERVICE,
});
