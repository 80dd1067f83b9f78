import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  connectionFixture,
  dependentFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();

describe('the dependents of a connection', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [
      connectionFixture({ name: 'minio' }),
      connectionFixture({ name: 'spare' }),
    ];
    backend.uses = [
      { namespace: 'team-a', connection: 'minio', count: 3, stale: 2 },
    ];
    backend.dependents = [
      dependentFixture({ name: 'qwen', drift: 'restart' }),
      dependentFixture({ name: 'llama', drift: 'redeploy', ready: false }),
      dependentFixture({ name: 'fixed', drift: 'restart', allowedActions: [] }),
      dependentFixture({ name: 'current' }),
      dependentFixture({
        name: 'qwen-model-source',
        kind: 'ServiceAccount',
        ready: undefined,
        removable: true,
        allowedActions: [],
      }),
    ];
    server.use(...backend.handlers);
  });
  const open = () => {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, { at: '?cluster=prod&namespace=team-a' });
    return user;
  };

  it('are counted for all rows by one call, and filtered by what has fallen behind', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => {
      if (request.url.includes('dependents')) asked.push(request.url);
    });
    const user = open();
    expect(
      await screen.findByRole('button', { name: /minio: 3 services/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /spare: None/ }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Needs restart/ }));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByTestId('location')).toHaveTextContent('restart=yes');
    expect(asked).toHaveLength(1);
  });

  it('are not known where the list fails; the connections are', async () => {
    server.use(http.get(routes.uses, () => refuse(502, 'Unreachable.')));
    open();
    expect(
      await screen.findByText(
        /Who uses these connections is not known: Unreachable/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /minio/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /services/ })).toBeNull();
  });

  it('get the connection applied; each says what came of it, and looking can stop', async () => {
    const applied: unknown[] = [];
    server.use(
      http.post(routes.apply, async ({ request }) => {
        applied.push(await request.json());
        return HttpResponse.json({
          items: [
            { kind: 'InferenceService', name: 'qwen', applied: 'restarted' },
            {
              kind: 'InferenceService',
              name: 'llama',
              applied: 'failed',
              reason: 'A webhook refused it.',
            },
          ],
        });
      }),
    );
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: /minio: 3 services/ }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'Used by: minio',
    });
    const line = async (name: string) =>
      (await within(drawer).findByText(name)).closest('li')!;
    expect(await line('llama')).toHaveTextContent(
      /Not ready.*Needs a redeployment/,
    );
    expect(await line('fixed')).toHaveTextContent(/does not let you change it/);
    await user.click(
      within(drawer).getByRole('button', { name: 'Apply to 2 services' }),
    );
    await waitFor(async () =>
      expect(await line('qwen')).toHaveTextContent('waiting for new pods'),
    );
    expect(await line('llama')).toHaveTextContent(
      'Failed: A webhook refused it.',
    );
    expect(applied).toEqual([
      {
        dependents: [
          { kind: 'InferenceService', name: 'qwen' },
          { kind: 'InferenceService', name: 'llama' },
        ],
      },
    ]);
    await user.click(
      await within(drawer).findByRole('button', { name: 'Stop following' }),
    );
    expect(drawer).toHaveTextContent('The rollout itself goes on');
    backend.dependents[0] = dependentFixture({ name: 'qwen' });
    await user.click(
      within(drawer).getByRole('button', { name: 'Follow again' }),
    );
    expect(
      await within(drawer).findByText(/1 of 2 have caught up/),
    ).toBeInTheDocument();
    expect(await line('qwen')).toHaveTextContent('Up to date');

    await user.click(within(drawer).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /minio: 3 services/ }),
      ).toHaveFocus(),
    );
  });

  const apply = async () => {
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: /minio: 3 services/ }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'Used by: minio',
    });
    await user.click(
      await within(drawer).findByRole('button', {
        name: 'Apply to 2 services',
      }),
    );
    return drawer;
  };

  it('have not caught up where nobody may see their pods', async () => {
    server.use(
      http.post(routes.apply, () => {
        server.use(
          http.get(routes.dependents, () =>
            HttpResponse.json({
              items: [dependentFixture({ name: 'qwen' })],
              driftUnknown: true,
            }),
          ),
        );
        return HttpResponse.json({
          items: [
            { kind: 'InferenceService', name: 'qwen', applied: 'restarted' },
          ],
        });
      }),
    );
    const drawer = await apply();
    expect(
      await within(drawer).findByText(/caught up cannot be seen/),
    ).toBeVisible();
    expect(within(drawer).queryByText('Up to date')).toBeNull();
  });

  it('are looked at again where the answer to applying got lost, so that none is made anew twice', async () => {
    server.use(
      http.post(routes.apply, () => {
        backend.dependents[0] = dependentFixture({ name: 'qwen' });
        return refuse(504, 'The portal did not answer in time.');
      }),
    );
    const drawer = await apply();
    expect(
      await within(drawer).findByText(
        /How much of it was applied is not known/,
      ),
    ).toBeVisible();
    expect(
      await within(drawer).findByRole('button', {
        name: 'Apply to 1 service',
      }),
    ).toBeVisible();
  });

  it('hear of a deletion what it means to each, and accounts of ours may go as well', async () => {
    const deletions: string[] = [];
    backend.dependents.push(
      dependentFixture({
        name: 'oci',
        via: 'imagePullSecret',
        deletionBreaks: 'pull',
      }),
      dependentFixture({
        name: 'named',
        via: 'annotation',
        deletionBreaks: 'nothing',
      }),
    );
    server.use(
      http.delete(routes.connection, ({ request }) => {
        deletions.push(new URL(request.url).search);
        return new HttpResponse(undefined, { status: 204 });
      }),
    );
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: 'Actions for minio' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: /Delete/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete minio?' });
    const line = async (name: string) =>
      (await within(dialog).findByText(name)).closest('li')!;
    expect(await line('qwen')).toHaveTextContent(
      'next restart or scale-up fails',
    );
    expect(await line('oci')).toHaveTextContent('cannot pull their images');
    expect(await line('named')).toHaveTextContent('Goes on working');
    expect(await line('qwen-model-source')).toHaveTextContent('Stays');
    await user.click(
      within(dialog).getByRole('checkbox', { name: /qwen-model-source/ }),
    );
    expect(await line('qwen-model-source')).toHaveTextContent('Goes as well');
    await user.type(within(dialog).getByRole('textbox'), 'minio{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(deletions).toEqual(['?cleanUp=serviceAccounts']);
  });
});
