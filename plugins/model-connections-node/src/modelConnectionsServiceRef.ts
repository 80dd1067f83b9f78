import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ModelConnectionsClient } from '@mooring/backstage-plugin-model-connections-common';
import { createModelConnectionsService } from './createModelConnectionsService';
import { ModelConnectionsService } from './ModelConnectionsService';

/**
 * Gives a plugin or module the {@link ModelConnectionsService}. It needs no installation of its own; the backend plugin
 * has to run somewhere that the discovery service knows.
 *
 * @public
 */
export const modelConnectionsServiceRef =
  createServiceRef<ModelConnectionsService>({
    id: 'model-connections',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
        },
        factory: ({ auth, discovery }) =>
          createModelConnectionsService({
            auth,
            api: new ModelConnectionsClient({
              discoveryApi: discovery,
              fetchApi: { fetch },
            }),
          }),
      }),
  });
