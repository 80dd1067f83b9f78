import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  modelServiceFixture,
  storedConnectionFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ModelServicesRouter } from '../ModelServicesRouter';

const server = setupServer();

const progress = (
  ...states: ('ok' | 'running' | 'waiting' | 'failed')[]
): ModelService['progress'] => ({
  steps: (['admitted', 'pods', 'download', 'ready'] as const).map(
    (id, index) => ({
      id,
      status: states[index],
      ...(states[index] === 'failed' && { message: 'Error: no such bucket' }),
    }),
  ),
});
const starting = modelServiceFixture({
  name: 'qwen',
  status: { ready: false, reason: 'MinimumReplicasUnavailable' },
  progress: progress('ok', 'ok', 'running', 'waiting'),
});
const ready = modelServiceFixture({
  name: 'qwen',
  progress: progress('ok', 'ok', 'ok', 'ok'),
});

describe('the page of a model service', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let looks: number;
  beforeEach(() => {
    looks = 0;
    backend = new MockBackend();
    backend.connections = [storedConnectionFixture()];
    backend.services = [starting];
    server.use(
      http.get(routes.service, () => {
        looks += 1;
        const [service] = backend.services;
        return service
          ? HttpResponse.json(service)
          : refuse(404, 'There is no model service "qwen".');
      }),
      ...backend.handlers,
    );
  });
  const open = () => {
    const user = userEvent.setup();
    renderPage(<ModelServicesRouter />, {
      tab: 'model-services',
      at: '/details/qwen?cluster=prod&namespace=team-a',
    });
    return user;
  };
  const steps = async () =>
    within(await screen.findByRole('list', { name: 'Rollout' }))
      .getAllByRole('listitem')
      .map(item => item.textContent);

  it('follows a service by itself until it is ready', async () => {
    open();
    expect(await steps()).toEqual([
      'AdmittedDone',
      'Pods createdDone',
      'Model fetchedGoing on',
      'ReadyNot yet',
    ]);
    expect(await screen.findByText('s3://models/llm/qwen')).toBeVisible();
    backend.services = [ready];
    await waitFor(async () => expect((await steps())[3]).toBe('ReadyDone'), {
      timeout: 4000,
    });
    expect(
      screen.getAllByText('http://qwen-team-a.example.com'),
    ).not.toHaveLength(0);
  });

  it.each([
    ['running', 'A change is being rolled out; the pods from before answer'],
    ['failed', 'The pods from before answer; those of the last change fail'],
  ] as const)(
    'does not call one done of which a rollout is %s',
    async (state, words) => {
      backend.services = [
        { ...ready, progress: progress('ok', 'ok', state, 'waiting') },
      ];
      open();
      expect(await screen.findByText(new RegExp(words))).toBeVisible();
      expect(screen.getByText(/^Model fetched: /)).toHaveAttribute(
        'role',
        'status',
      );
    },
  );

  it("shows the failed step with KServe's reason", async () => {
    backend.services = [
      modelServiceFixture({
        name: 'qwen',
        status: {
          ready: false,
          reason: 'ModelLoadFailed',
          message: 'no such bucket',
        },
        progress: progress('ok', 'ok', 'failed', 'waiting'),
      }),
    ];
    open();
    expect((await steps())[2]).toBe('Model fetchedFailedError: no such bucket');
    expect(screen.getByText('ModelLoadFailed: no such bucket')).toBeVisible();
  });

  it('does not look while nobody can see it', async () => {
    open();
    await steps();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const turn = () =>
      act(() => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    turn();
    const before = looks;
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] });
    await act(async () => jest.advanceTimersByTimeAsync(120_000));
    jest.useRealTimers();
    expect(looks).toBe(before);
    hidden.mockReturnValue(false);
    turn();
    await waitFor(() => expect(looks).toBeGreaterThan(before));
    hidden.mockRestore();
  });

  it('explains drift and offers to apply it', async () => {
    backend.services = [
      { ...ready, status: { ...ready.status, drift: 'redeploy' } },
    ];
    const user = open();
    expect(await screen.findByText('Needs redeployment')).toBeVisible();
    server.use(
      http.post(routes.serviceApply, () => refuse(403, 'Not for you.')),
    );
    await user.click(screen.getByRole('button', { name: 'Apply…' }));
    expect(
      await within(await screen.findByRole('dialog')).findByText(
        'What would change is not known: Not for you.',
      ),
    ).toBeVisible();
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Apply and redeploy' });
    expect(confirm).toBeDisabled();
    const answerWith = (changes: object[]) =>
      server.use(
        http.post(routes.serviceApply, () =>
          HttpResponse.json({
            service: ready,
            manifests: '',
            warnings: [],
            restartsPods: true,
            changes,
          }),
        ),
      );
    answerWith([{ path: ['spec'], before: '"a"', after: '"b"' }]);
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(confirm).toBeEnabled());
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    answerWith([]);
    await user.click(screen.getByRole('button', { name: 'Apply…' }));
    const again = within(await screen.findByRole('dialog'));
    expect(await again.findByText(/Nothing would change/)).toBeVisible();
    expect(
      again.getByRole('button', { name: 'Apply and redeploy' }),
    ).toBeDisabled();
  });

  it('says that there is no such service, with the reason, before one was seen', async () => {
    server.use(
      http.get(routes.service, () => refuse(404, 'KServe is not installed.')),
    );
    open();
    expect(await screen.findByText('qwen could not be found')).toBeVisible();
    expect(screen.getByText('KServe is not installed.')).toBeVisible();
  });

  it('does not say that it is up to date where nobody could look', async () => {
    backend.services = [{ ...ready, partial: 'You may not see pods.' }];
    open();
    expect(await screen.findByText('You may not see pods.')).toBeVisible();
    expect(screen.getByText('Not known')).toBeVisible();
    expect(screen.queryByText('Up to date')).toBeNull();
  });

  it('says when the service is gone, and how to go on', async () => {
    const user = open();
    await steps();
    backend.services = [];
    await user.click(screen.getByRole('button', { name: 'Look again now' }));
    expect(await screen.findByText('qwen is not there any more')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Go to the model services' }),
    ).toHaveAttribute(
      'href',
      '/model-connections/model-services?cluster=prod&namespace=team-a',
    );
  });
});
