import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { modelServiceFixture } from '../../__testUtils__/fixtures';
import { MockBackend } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { EntityModelServices } from './EntityModelServices';

const server = setupServer();
const CLUSTER = 'backstage.io/kubernetes-cluster';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const place = { [CLUSTER]: 'prod', [NAMESPACE]: 'team-a' };

describe('EntityModelServices', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.services = [
      modelServiceFixture({
        name: 'mine',
        displayName: 'Mine',
        labels: { [ID]: 'qwen', tier: 'gpu' },
      }),
      modelServiceFixture({ name: 'other', displayName: 'Other' }),
    ];
    server.use(...backend.handlers);
  });
  const open = (annotations: Record<string, string>) =>
    renderPage(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'qwen2.5', title: 'Qwen 2.5', annotations },
          spec: { type: 'ml-model' },
        }}
      >
        <EntityModelServices />
      </EntityProvider>,
      { tab: 'model-services' },
    );

  it('shows the services with its label, and deploys with it', async () => {
    open({ ...place, [ID]: 'qwen' });
    expect(await screen.findByRole('row', { name: /Mine/ })).toBeVisible();
    expect(screen.queryByText('Other')).toBeNull();
    expect(screen.getByText(/1 with label/)).toHaveTextContent(`${ID}=qwen`);
    const query = new URLSearchParams({
      cluster: 'prod',
      namespace: 'team-a',
      displayName: 'Qwen 2.5',
      name: 'qwen2-5',
      label: `${ID}=qwen`,
    });
    expect(
      screen.getByRole('button', { name: 'Deploy from this entity' }),
    ).toHaveAttribute(
      'href',
      `/model-connections/model-services/create?${query}`,
    );
  });

  it('goes by a selector first', async () => {
    open({ ...place, [ID]: 'nobody', [SELECTOR]: 'tier in (gpu)' });
    expect(await screen.findByRole('row', { name: /Mine/ })).toBeVisible();
    expect(screen.queryByText('Other')).toBeNull();
  });

  it('shows all of the project where the entity does not say which', async () => {
    open(place);
    expect(await screen.findByRole('row', { name: /Other/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Mine/ })).toBeVisible();
  });

  it('says which annotation is missing', async () => {
    open({ [CLUSTER]: 'prod' });
    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
    expect(screen.getAllByText(NAMESPACE)).not.toHaveLength(0);
  });
});
