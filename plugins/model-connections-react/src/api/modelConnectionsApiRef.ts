import { createApiRef } from '@backstage/core-plugin-api';
import { ModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-common';

/**
 * Reference of the {@link @mooring/backstage-plugin-model-connections-common#ModelConnectionsApi} in a portal.
 *
 * @public
 */
export const modelConnectionsApiRef = createApiRef<ModelConnectionsApi>({
  id: 'plugin.model-connections',
});
