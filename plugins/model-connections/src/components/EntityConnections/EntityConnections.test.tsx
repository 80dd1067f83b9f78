import { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import { MockBackend } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { EntityConnections } from './EntityConnections';

const server = setupServer();
const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'qwen', annotations },
  spec: { type: 'ml-model' },
});
const CLUSTER = 'backstage.io/kubernetes-cluster';
const NAMESPACE = 'backstage.io/kubernetes-namespace';

describe('EntityConnections', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    server.use(...backend.handlers);
  });
  const open = (annotations: Record<string, string>) =>
    renderPage(
      <EntityProvider entity={entity(annotations)}>
        <EntityConnections />
      </EntityProvider>,
    );

  it("shows the connections of the entity's project, and where the project comes from", async () => {
    backend.connections = [
      connectionFixture({ name: 'mine' }),
      connectionFixture({ name: 'theirs', namespace: 'team-b' }),
    ];
    open({ [CLUSTER]: 'prod', [NAMESPACE]: 'team-a' });
    expect(await screen.findByRole('row', { name: /mine/ })).toBeVisible();
    expect(screen.queryByText('theirs')).toBeNull();
    expect(
      screen.getByText(/come from this entity's annotations/),
    ).toHaveTextContent('prod, team-a');
    expect(
      screen.getByRole('link', { name: 'All connections in team-a' }),
    ).toHaveAttribute(
      'href',
      '/model-connections/connections?cluster=prod&namespace=team-a',
    );
    expect(
      screen.getByRole('button', { name: 'Create connection' }),
    ).toHaveAttribute(
      'href',
      '/model-connections/connections/create?cluster=prod&namespace=team-a',
    );
  });

  it('says which annotation is missing', async () => {
    open({ [CLUSTER]: 'prod' });
    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
    expect(screen.getAllByText(NAMESPACE)).not.toHaveLength(0);
    expect(screen.queryByText(CLUSTER)).toBeNull();
  });

  it('says when the cluster of the annotation does not exist', async () => {
    open({ [CLUSTER]: 'gone', [NAMESPACE]: 'team-a' });
    expect(
      await screen.findByText('There is no cluster "gone"'),
    ).toBeInTheDocument();
  });
});
