import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import {
  MockBackend,
  refusePermission,
  routes,
} from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { EntityConnections } from '../EntityConnections';
import { ConnectionsRouter } from './ConnectionsRouter';

const server = setupServer();
const onEntity = (
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
    <EntityConnections />
  </EntityProvider>
);

// In a file of their own, since `usePermission` remembers decisions for as long as its module lives.
describe('without the permission to see', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [connectionFixture({ name: 'minio' })];
    server.use(...backend.handlers);
  });
  const open = (element: JSX.Element, at: string = '') =>
    renderPage(element, { at, denied: ['modelConnections.type.read'] });

  it.each([
    ['the list', <ConnectionsRouter />, ''],
    ['a link to the list', <ConnectionsRouter />, '?cluster=a&namespace=b'],
    ['the form', <ConnectionsRouter />, '/create?cluster=a&namespace=b'],
    ["an entity's tab", onEntity, ''],
  ])('clusters, %s explains it', async (_what, element, at) => {
    const permission = 'modelConnections.cluster.read';
    server.use(http.get(routes.clusters, () => refusePermission(permission)));
    open(element, at);
    const state = await screen.findByRole('alert');
    expect(state).toHaveTextContent(
      /You may not see the clusters of this portal.*policy does not give you the permission modelConnections\.cluster\.read\..*Ask the people who run this portal/,
    );
    expect(screen.queryByRole('button', { name: /Create/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Cluster/ })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it.each([
    ['a project', <ConnectionsRouter />, '?cluster=prod&namespace=team-a'],
    ['all projects', <ConnectionsRouter />, '?cluster=prod&namespace=-'],
    ["an entity's project", onEntity, ''],
  ])('the connections of %s, the page explains it', async (_w, element, at) => {
    const permission = 'modelConnections.connection.read';
    server.use(
      http.get(routes.connections, () => refusePermission(permission)),
    );
    open(element, at);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see these connections.*policy does not give you the permission modelConnections\.connection\.read\..*Ask the people who run this portal/,
    );
    expect(screen.queryByText(/Choose one project above/)).toBeNull();
  });

  it('types, the list names them by their resource names and says why', async () => {
    const permission = 'modelConnections.type.read';
    server.use(http.get(routes.types, () => refusePermission(permission)));
    open(<ConnectionsRouter />, '?cluster=prod&namespace=team-a');
    expect(await screen.findByRole('row', { name: /minio/ })).toHaveTextContent(
      'ct-s3-storage',
    );
    expect(
      await screen.findByText(
        /Types stand here by their resource names.*modelConnections\.type\.read/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Create/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Actions for minio' }),
    ).toBeInTheDocument();
  });

  it('types, the form explains it', async () => {
    open(<ConnectionsRouter />, '/create?cluster=prod&namespace=team-a');
    expect(
      await screen.findByText(/the permission modelConnections\.type\.read/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
