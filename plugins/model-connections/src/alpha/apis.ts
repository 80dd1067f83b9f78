import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ModelConnectionsClient } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';

/** The REST client of the backend, with the portal's own fetch. */
export const modelConnectionsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: modelConnectionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ModelConnectionsClient(dependencies),
    }),
});
