import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { modelServiceFixture } from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
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

  it('shows none where the selector cannot be read, and says which annotation to mend', async () => {
    open({ ...place, [ID]: 'qwen', [SELECTOR]: 'app in qwen' });
    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent(SELECTOR);
    expect(problem).toHaveTextContent('app in qwen');
    expect(
      screen.getByRole('button', { name: 'All services in team-a' }),
    ).toHaveAttribute(
      'href',
      '/model-connections/model-services?cluster=prod&namespace=team-a',
    );
    expect(screen.queryByRole('row')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Deploy from this entity' }),
    ).toBeNull();
  });

  it.each([
    ['tier in (gpu), app!=x', ['tier=gpu']],
    ['app==qwen,tier=gpu', ['app=qwen', 'tier=gpu']],
    ['tier in (gpu,cpu)', undefined],
    ['app', undefined],
  ])(
    'says beforehand whether what is deployed by "%s" will be shown',
    async (selector, labels) => {
      open({ ...place, [SELECTOR]: selector });
      const deploy = await screen.findByRole('button', {
        name: 'Deploy from this entity',
      });
      const { searchParams } = new URL(
        deploy.getAttribute('href')!,
        'http://portal.test',
      );
      expect(searchParams.getAll('label')).toEqual(labels ?? []);
      expect(screen.queryAllByText(/is not shown here/)).toHaveLength(
        labels ? 0 : 1,
      );
    },
  );

  it('goes by the name that the entity gives before all else', async () => {
    open({ ...place, [ID]: 'qwen', 'mooring.dev/model-service': 'other' });
    expect(await screen.findByRole('row', { name: /Other/ })).toBeVisible();
    expect(screen.queryByRole('row', { name: /Mine/ })).toBeNull();
    expect(
      screen
        .getByRole('button', { name: 'Deploy from this entity' })
        .getAttribute('href'),
    ).toContain('name=other');
  });

  it('counts only what it knows, and does not seem to load what failed', async () => {
    server.use(
      http.get(routes.services, ({ request }) =>
        new URL(request.url).searchParams.has('pageToken')
          ? refuse(503, 'Busy.')
          : HttpResponse.json({
              items: [modelServiceFixture({ name: 'other' })],
              nextPageToken: 'more',
            }),
      ),
    );
    open({ ...place, [ID]: 'qwen' });
    expect(
      await screen.findByText('None of what is loaded belongs here'),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Busy.');
    expect(screen.queryByLabelText('Loading model services')).toBeNull();
    expect(screen.getByText(/^With label/)).toBeVisible();
    expect(screen.queryByText(/0 with label/)).toBeNull();
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
