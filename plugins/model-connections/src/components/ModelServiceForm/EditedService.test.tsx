import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  ModelService,
  ModelServiceWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
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

/** What the server was sent, in order; dry runs are marked. */
let sent: { isDryRun: boolean; body: ModelServiceWrite }[];
/** How it answers what is not a dry run. */
let answer: () => Response | undefined;

describe('a model service that is edited', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    sent = [];
    answer = () => undefined;
    backend = new MockBackend();
    backend.connections = [storedConnectionFixture()];
    server.use(
      http.put(routes.service, async ({ request }) => {
        const isDryRun = new URL(request.url).searchParams.has('dryRun');
        sent.push({
          isDryRun,
          body: (await request.json()) as ModelServiceWrite,
        });
        const [service] = backend.services;
        return isDryRun
          ? HttpResponse.json({
              service,
              manifests: '',
              changes: [{ path: ['spec'], before: '1', after: '2' }],
              restartsPods: true,
              warnings: [],
            })
          : answer() ?? HttpResponse.json(service);
      }),
      ...backend.handlers,
    );
  });

  const open = async (overrides: Partial<ModelService>) => {
    backend.services = [modelServiceFixture({ name: 'qwen', ...overrides })];
    const user = userEvent.setup();
    renderPage(<ModelServicesRouter />, {
      tab: 'model-services',
      at: '/edit/qwen?cluster=prod&namespace=team-a',
    });
    await screen.findByLabelText('Display name');
    return user;
  };
  const type = (name: RegExp | string, text: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value: text } });
  const press = (name: string) =>
    fireEvent.click(screen.getByRole('button', { name }));

  it('keeps every other argument, whatever it holds', async () => {
    const args = ['--model-len=1', '--template={%\n  a\n%}', ''];
    await open({ args });
    press('Show');
    expect(screen.getByLabelText('Argument 2')).toHaveValue(args[1]);
    type('Argument 1', '--model-len=2');
    press('Add an argument');
    press('Save');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].body.args).toEqual(['--model-len=2', ...args.slice(1)]);
  });

  it('does not let a variable with a source go for want of a name', async () => {
    const valueFrom = { secretKeyRef: { name: 's', key: 'k' } };
    await open({ env: [{ name: 'TOKEN', valueFrom }] });
    press('Show');
    type('Name 1', '');
    press('Save');
    expect(await screen.findByText(/One field needs attention/)).toBeVisible();
    expect(screen.getByLabelText('Name 1')).toHaveAccessibleDescription(
      /not a digit first/,
    );
    expect(sent).toEqual([]);
    type('Name 1', 'HF_TOKEN');
    press('Save');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].body.env).toEqual([{ name: 'HF_TOKEN', valueFrom }]);
  });

  it('does not judge what was not touched', async () => {
    await open({
      resources: { limits: { cpu: 'strange' } },
      env: [
        { name: '1st', value: 'a' },
        { name: '1st', value: 'b' },
      ],
    });
    type('Replicas, at least', '2');
    press('Save');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].body).toMatchObject({
      minReplicas: 2,
      resources: backend.services[0].resources,
      env: backend.services[0].env,
    });
  });

  it('says of a stopped one that it has no pods to restart', async () => {
    await open({ status: { ready: false, stopped: true } });
    type('Display name', 'Other');
    expect(screen.getByText(/is stopped and has no pods/)).toBeVisible();
    expect(screen.queryByText(/^Saving restarts/)).toBeNull();
  });

  it('says that it was deleted, instead of waiting in the question about its pods', async () => {
    answer = () => refuse(404, 'There is no model service "qwen".');
    await open({});
    type('Display name', 'Other');
    press('Save');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(
      within(dialog).getByRole('button', { name: 'Save and roll out' }),
    );
    expect(await screen.findByText(/was deleted meanwhile/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText('Display name')).toHaveValue('Other');
  });

  it('opens what is closed where the server refuses something in it', async () => {
    answer = () =>
      refuse(400, 'The ServiceAccount cannot be used.', [
        { field: 'location.serviceAccountName', message: 'There is none.' },
      ]);
    await open({});
    press('Show');
    press('Hide');
    type('Display name', 'Other');
    press('Save');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(
      within(dialog).getByRole('button', { name: 'Save and roll out' }),
    );
    expect(await screen.findByText('There is none.')).toBeVisible();
    const account = screen.getByLabelText('ServiceAccount', {
      selector: 'input',
    });
    await waitFor(() => expect(account).toHaveFocus());
    // It stays open while one mends it.
    fireEvent.change(account, { target: { value: 'other' } });
    expect(
      screen.getByLabelText('ServiceAccount', { selector: 'input' }),
    ).toBeVisible();
  });

  describe('with runtimes', () => {
    beforeEach(() => {
      backend.runtimes = [
        {
          name: 'sklearnserver',
          scope: 'cluster',
          modelFormats: [{ name: 'sklearn' }],
        },
        {
          name: 'shared',
          displayName: 'Ours',
          scope: 'project',
          modelFormats: [{ name: 'sklearn' }],
        },
        {
          name: 'shared',
          displayName: 'Theirs',
          scope: 'cluster',
          modelFormats: [{ name: 'sklearn' }],
        },
      ];
    });
    const runtime = () =>
      screen.getByRole('button', { name: /Serving runtime/ });

    it('marks one that does not support the format, and sends nothing', async () => {
      await open({
        modelFormat: { name: 'sklearn' },
        runtime: 'sklearnserver',
      });
      const format = screen.getByRole('textbox', { name: /Model format/ });
      await waitFor(() => expect(runtime()).toHaveTextContent('sklearnserver'));
      await screen.findByText(/3 runtimes here support sklearn/);
      fireEvent.change(format, { target: { value: 'huggingface' } });
      fireEvent.blur(format);
      expect(
        screen.getByText(
          /^sklearnserver does not support huggingface, only sklearn/,
        ),
      ).toBeVisible();
      press('Save');
      await waitFor(() => expect(runtime()).toHaveFocus());
      expect(sent).toEqual([]);
      fireEvent.change(format, { target: { value: 'sklearn' } });
      expect(screen.queryByText(/does not support/)).toBeNull();
    });

    it('lets one that is kept be, though it does not fit', async () => {
      await open({ runtime: 'sklearnserver' });
      await screen.findByText(/No runtime here supports huggingface/);
      type('Replicas, at least', '2');
      press('Save');
      await waitFor(() => expect(sent).toHaveLength(1));
    });

    it('tells two of the same name apart, of which KServe takes that of the project', async () => {
      const user = await open({
        modelFormat: { name: 'sklearn' },
        runtime: 'shared',
      });
      await waitFor(() =>
        expect(runtime()).toHaveTextContent('Ours · of the project'),
      );
      await user.click(runtime());
      const theirs = await screen.findByRole('option', { name: /Theirs/ });
      expect(theirs).toHaveAttribute('aria-disabled', 'true');
      expect(theirs).toHaveTextContent('KServe takes the one of the project');
      expect(theirs).toHaveAttribute('data-value', 'cluster/shared');
      expect(screen.getByRole('option', { name: /Ours/ })).toHaveAttribute(
        'aria-selected',
        'true',
      );
    });
  });
});
