import {
  AnyApiFactory,
  alertApiRef,
  AlertMessage,
} from '@backstage/core-plugin-api';
import { FlatRoutes } from '@backstage/core-app-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  ModelConnectionsApi,
  ModelConnectionsClient,
} from '@mooring/backstage-plugin-model-connections-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route, useLocation } from 'react-router-dom';
import {
  EntityConnectionsContent,
  EntityModelServicesContent,
  modelConnectionsApiRef,
  ModelConnectionsPage,
  modelConnectionsPlugin,
} from '.';
import {
  connectionFixture,
  modelServiceFixture,
} from './__testUtils__/fixtures';
import { BASE_URL, MockBackend, routes } from './__testUtils__/mockBackend';

const server = setupServer();
const dependencies = {
  discoveryApi: { getBaseUrl: async () => BASE_URL },
  fetchApi: {
    fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
  },
};

function Location() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{`${pathname}${search}`}</output>;
}

describe('the plugin in the legacy frontend system', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let alerts: AlertMessage[];
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [connectionFixture({ name: 'minio' })];
    backend.services = [
      modelServiceFixture({
        name: 'qwen',
        location: { kind: 'pvc', claim: 'weights' },
      }),
    ];
    alerts = [];
    server.use(...backend.handlers);
  });

  const open = (at: string) =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [modelConnectionsApiRef, new ModelConnectionsClient(dependencies)],
          [
            permissionApiRef,
            { authorize: async () => ({ result: AuthorizeResult.ALLOW }) },
          ],
          [
            alertApiRef,
            { post: (alert: AlertMessage) => alerts.push(alert) } as any,
          ],
        ]}
      >
        <FlatRoutes>
          <Route path="/models" element={<ModelConnectionsPage />} />
          <Route
            path="/entity"
            element={
              <EntityProvider
                entity={{
                  apiVersion: 'backstage.io/v1alpha1',
                  kind: 'Component',
                  metadata: {
                    name: 'qwen',
                    annotations: {
                      'backstage.io/kubernetes-cluster': 'prod',
                      'backstage.io/kubernetes-namespace': 'team-a',
                    },
                  },
                }}
              >
                <EntityConnectionsContent />
                <EntityModelServicesContent />
              </EntityProvider>
            }
          />
        </FlatRoutes>
        <Location />
      </TestApiProvider>,
      { routeEntries: [at] },
    );

  it('has a page with header and tabs, the first of which is where one lands', async () => {
    await open('/models?cluster=prod&namespace=team-a');
    expect(await screen.findByRole('row', { name: /minio/ })).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Model connections' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Connections' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/models/connections?cluster=prod&namespace=team-a',
    );
  });

  it('leads to the form, under the same tab, and says what was done without toasts', async () => {
    server.use(
      http.delete(
        routes.connection,
        () => new HttpResponse(undefined, { status: 204 }),
      ),
    );
    const user = userEvent.setup();
    await open('/models/connections?cluster=prod&namespace=team-a');
    await user.click(
      await screen.findByRole('button', { name: 'Actions for minio' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: /Delete/ }));
    await user.type(
      await screen.findByRole('textbox', { name: 'Resource name' }),
      'minio{enter}',
    );
    await screen.findByText('No connections in team-a');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(alerts).toEqual([
      expect.objectContaining({
        message: 'minio is deleted',
        severity: 'success',
      }),
    ]);

    await user.click(
      screen.getAllByRole('button', { name: 'Create connection' })[0],
    );
    expect(
      await screen.findByRole('heading', { name: 'Create connection' }),
    ).toBeInTheDocument();
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/models/connections/create?cluster=prod&namespace=team-a',
    );
    expect(screen.getByRole('tab', { name: 'Connections' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('has tabs for entities, whose links lead to the page', async () => {
    await open('/entity');
    expect(await screen.findByRole('row', { name: /minio/ })).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Create connection' }),
    ).toHaveAttribute(
      'href',
      '/models/connections/create?cluster=prod&namespace=team-a',
    );
    expect(await screen.findByRole('row', { name: /qwen/ })).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Qwen 7B' }),
    ).toHaveAttribute(
      'href',
      '/models/model-services/details/qwen?cluster=prod&namespace=team-a',
    );
  });

  it('has the model services under a tab of their own', async () => {
    await open('/models/model-services?cluster=prod&namespace=team-a');
    expect(await screen.findByRole('row', { name: /Qwen 7B/ })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Model services' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('says when an address beneath the page leads nowhere', async () => {
    await open('/models/nonsense');
    expect(
      await screen.findByText('There is no page at this address'),
    ).toBeInTheDocument();
  });

  it('brings the client of the backend', async () => {
    const [factory] = [...modelConnectionsPlugin.getApis()] as AnyApiFactory[];
    expect(factory.api.id).toBe(modelConnectionsApiRef.id);
    const api = factory.factory(dependencies) as ModelConnectionsApi;
    await expect(api.listClusters()).resolves.toEqual({
      items: backend.clusters,
    });
  });
});
