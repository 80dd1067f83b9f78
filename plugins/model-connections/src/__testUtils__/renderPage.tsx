import { StorageApi } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  KubernetesAuthProvidersApi,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ModelConnectionsClient } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { BASE_URL } from './mockBackend';

const ROOT = '/model-connections';

function Location() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{`${pathname}${search}`}</output>;
}

/** Renders something where a tab stands, *Connections* unless said otherwise, over HTTP to the mocked backend. */
export function renderPage(
  element: ReactElement,
  options: {
    at?: string;
    /** The tab, by its path. */
    tab?: 'connections' | 'connection-types' | 'model-services';
    denied?: string[];
    /** The policy answers once this is done. */
    decided?: Promise<void>;
    /** The Kubernetes frontend plugin's sign-ins; without them the portal has no such plugin. */
    authProviders?: KubernetesAuthProvidersApi;
  } = {},
): { storage: StorageApi } {
  const { at = '', denied = [], decided, authProviders } = options;
  const { tab = 'connections' } = options;
  const path = `${ROOT}/${tab}`;
  const storage = mockApis.storage();
  renderInTestApp(
    <>
      {element}
      <Location />
    </>,
    {
      mountedRoutes: { [ROOT]: rootRouteRef },
      mountPath: path,
      initialRouteEntries: [`${path}${at}`],
      apis: [
        storage,
        ...(authProviders
          ? ([[kubernetesAuthProvidersApiRef, authProviders]] as const)
          : []),
        [
          modelConnectionsApiRef,
          new ModelConnectionsClient({
            discoveryApi: { getBaseUrl: async () => BASE_URL },
            fetchApi: { fetch: (...request) => fetch(...request) },
          }),
        ],
        [
          permissionApiRef,
          {
            authorize: async ({ permission }) => {
              await decided;
              return {
                result: denied.includes(permission.name)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
              };
            },
          },
        ],
      ],
    },
  );
  return { storage };
}
