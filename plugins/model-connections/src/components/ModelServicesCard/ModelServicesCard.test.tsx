import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  connectionFixture,
  modelServiceFixture,
} from '../../__testUtils__/fixtures';
import {
  MockBackend,
  refuse,
  refusePermission,
  routes,
} from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ModelServicesRouter } from '../ModelServicesRouter';

const server = setupServer();
const row = (name: RegExp) => screen.findByRole('row', { name });

describe('the list of model services', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [
      connectionFixture({ name: 'minio', displayName: 'MinIO models' }),
    ];
    backend.services = [
      modelServiceFixture({
        name: 'qwen',
        runtime: 'vllm',
        status: { ready: true, drift: 'restart', url: 'http://qwen.example' },
      }),
      modelServiceFixture({
        name: 'lost',
        displayName: 'Lost',
        minReplicas: 2,
        maxReplicas: 5,
        location: { kind: 'pvc', claim: 'weights', path: 'lost' },
        status: {
          ready: false,
          reason: 'ModelLoadFailed',
          message: 'no such bucket',
        },
      }),
      modelServiceFixture({
        name: 'idle',
        displayName: 'Idle',
        location: undefined,
        status: { ready: false, stopped: true },
      }),
    ];
    server.use(...backend.handlers);
  });
  const open = (query = '') => {
    const user = userEvent.setup();
    renderPage(<ModelServicesRouter />, {
      tab: 'model-services',
      at: `?cluster=prod&namespace=team-a${query}`,
    });
    return user;
  };
  const openMenu = async (
    user: ReturnType<typeof userEvent.setup>,
    name: string,
  ) => {
    await user.click(
      await screen.findByRole('button', { name: `Actions for ${name}` }),
    );
    return screen.findByRole('menu');
  };
  const items = (menu: HTMLElement) =>
    within(menu)
      .getAllByRole('menuitem')
      .map(item => item.textContent);

  it('says of each how it is, where its model comes from, and how many there are', async () => {
    open();
    const ready = await row(/Qwen 7B/);
    expect(ready).toHaveTextContent('needs a restart');
    expect(ready).toHaveTextContent('llm/qwen');
    expect(
      await within(ready).findByRole('link', { name: 'MinIO models' }),
    ).toHaveAttribute(
      'href',
      '/model-connections/connections/edit/minio?cluster=prod&namespace=team-a',
    );
    const lost = await row(/Lost/);
    expect(lost).toHaveTextContent('ModelLoadFailed: no such bucket');
    expect(lost).toHaveTextContent('pvc://weights/lost');
    expect(lost).toHaveTextContent('2–5');
    expect(await row(/Idle/)).toHaveTextContent('In a way of its own');
  });

  it('searches, filters and sorts by what the URL says, and lets go of all of it at once', async () => {
    const user = open('&q=lost&state=failed&state=ready&sort=-name');
    await row(/Lost/);
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await user.type(screen.getByRole('searchbox'), 'x');
    await user.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(screen.getAllByRole('row')).toHaveLength(4);
    expect(screen.getByTestId('location')).not.toHaveTextContent(/q=|state/);
  });

  it('offers what means something, and says what is locked by what', async () => {
    backend.services.push(
      modelServiceFixture({
        name: 'shipped',
        displayName: 'Shipped',
        allowedActions: [],
        managedBy: { kind: 'Helm release', name: 'models' },
      }),
    );
    const user = open();
    expect(items(await openMenu(user, 'Qwen 7B'))).toEqual([
      'Update',
      expect.stringContaining('Apply…'),
      'Restart…',
      'Stop…',
      'YAML',
      'Delete…',
    ]);
    await user.keyboard('{Escape}');
    expect(items(await openMenu(user, 'Idle'))).toEqual([
      'Update',
      'Start',
      'YAML',
      'Delete…',
    ]);
    await user.keyboard('{Escape}');
    const menu = await openMenu(user, 'Shipped');
    const update = within(menu).getByRole('menuitem', { name: /Update/ });
    expect(update).toHaveAttribute('aria-disabled', 'true');
    expect(update).toHaveTextContent('Managed by Helm release models');
  });

  it('stops a service after a question, and shows it as it then is', async () => {
    const stopped = modelServiceFixture({
      name: 'qwen',
      status: { ready: false, stopped: true },
    });
    server.use(http.post(routes.serviceStop, () => HttpResponse.json(stopped)));
    const user = open();
    await openMenu(user, 'Qwen 7B');
    await user.click(screen.getByRole('menuitem', { name: /Stop/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('nothing answers at its URL');
    await user.click(within(dialog).getByRole('button', { name: 'Stop' }));
    await waitFor(async () =>
      expect(await row(/Qwen 7B/)).toHaveTextContent('Stopped'),
    );
  });

  it('applies a connection only after showing what changes, and keeps the question where that fails', async () => {
    server.use(
      http.post(routes.serviceApply, ({ request }) =>
        new URL(request.url).searchParams.has('dryRun')
          ? HttpResponse.json({
              service: backend.services[0],
              manifests: '',
              warnings: [],
              restartsPods: true,
              changes: [
                {
                  path: ['spec', 'predictor', 'model', 'storageUri'],
                  before: '"s3://old/llm"',
                  after: '"s3://new/llm"',
                },
              ],
            })
          : refuse(409, 'It has changed since.'),
      ),
    );
    const user = open();
    await openMenu(user, 'Qwen 7B');
    await user.click(screen.getByRole('menuitem', { name: /Apply/ }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/s3:\/\/new\/llm/)).toBeVisible();
    expect(within(dialog).getByText(/s3:\/\/old\/llm/)).toBeVisible();
    await user.click(
      within(dialog).getByRole('button', { name: 'Apply and redeploy' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not done: It has changed since.',
    );
  });

  it('deletes after the name is typed, and says what stays', async () => {
    let deleted = '';
    server.use(
      http.delete(routes.service, ({ params }) => {
        deleted = String(params.name);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const user = open();
    await openMenu(user, 'Qwen 7B');
    await user.click(screen.getByRole('menuitem', { name: /Delete/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The connection minio and the model stay');
    await user.type(within(dialog).getByLabelText('Resource name'), 'qwen');
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(deleted).toBe('qwen'));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /Qwen 7B/ })).toBeNull(),
    );
  });

  it('says what to do in an empty project', async () => {
    backend.services = [];
    open();
    expect(
      await screen.findByText('No model services in team-a'),
    ).toBeVisible();
    for (const way of screen.getAllByRole('button', {
      name: 'Deploy a model',
    })) {
      expect(way).toHaveAttribute(
        'href',
        '/model-connections/model-services/create?cluster=prod&namespace=team-a',
      );
    }
  });

  it.each([
    [
      () => refuse(404, 'KServe is not installed in the cluster "prod".'),
      'KServe is not installed on this cluster',
    ],
    [
      () => refusePermission('modelConnections.service.read'),
      'You may not see these model services',
    ],
    [() => refuse(503, 'Busy.'), 'The model services could not be loaded'],
  ])('explains a list that cannot be shown (%#)', async (answer, title) => {
    server.use(http.get(routes.services, answer));
    const user = open();
    expect(await screen.findByText(title)).toBeVisible();
    server.use(...backend.handlers);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/Qwen 7B/)).toBeVisible();
  });
});
