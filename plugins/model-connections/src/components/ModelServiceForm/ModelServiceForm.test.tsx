import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ModelServiceWrite } from '@mooring/backstage-plugin-model-connections-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  connectionFixture,
  modelServiceFixture,
  storedConnectionFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ModelServicesRouter } from '../ModelServicesRouter';

const server = setupServer();
type User = ReturnType<typeof userEvent.setup>;

/** What the server was sent, in order; dry runs are marked. */
let sent: { isDryRun: boolean; body: ModelServiceWrite }[];

async function remember(request: Request) {
  const isDryRun = new URL(request.url).searchParams.has('dryRun');
  const body = (await request.json()) as ModelServiceWrite;
  sent.push({ isDryRun, body });
  return { isDryRun, body };
}

const dryRun = (changes: object[], restartsPods: boolean) => ({
  service: modelServiceFixture({ name: 'qwen' }),
  manifests: '',
  changes,
  restartsPods,
  warnings: [],
});
const field = (name: RegExp | string) => screen.findByLabelText(name);
const submit = (user: User, name: string) =>
  user.click(screen.getByRole('button', { name }));

describe('the form for a model service', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    sent = [];
    backend = new MockBackend();
    backend.connections = [
      storedConnectionFixture(),
      connectionFixture({
        name: 'push',
        displayName: 'Harbor push',
        protocol: 'oci',
        servable: { ok: false, reason: 'No Pull access.' },
      }),
      connectionFixture({
        name: 'secret',
        displayName: 'Somebody else’s',
        allowedActions: [],
      }),
      connectionFixture({
        name: 'postgres',
        displayName: 'Features',
        protocol: undefined,
        protocols: [],
      }),
    ];
    backend.services = [modelServiceFixture({ name: 'qwen' })];
    server.use(
      http.post(routes.services, async ({ request }) => {
        const { isDryRun, body } = await remember(request);
        return isDryRun
          ? HttpResponse.json(dryRun([], true))
          : HttpResponse.json(
              modelServiceFixture({
                name: body.name,
                displayName: body.displayName,
              }),
              { status: 201 },
            );
      }),
      ...backend.handlers,
    );
  });
  const open = (at: string) => {
    const user = userEvent.setup();
    renderPage(<ModelServicesRouter />, { tab: 'model-services', at });
    return user;
  };
  const create = (query = '') =>
    open(`/create?cluster=prod&namespace=team-a${query}`);
  const edit = () => open('/edit/qwen?cluster=prod&namespace=team-a');
  const chooseConnection = async (user: User, name: string) => {
    await user.click(
      await screen.findByRole('textbox', { name: /Connection/ }),
    );
    await user.click(
      await screen.findByRole('option', { name: new RegExp(name) }),
    );
  };
  const fillIn = async (user: User) => {
    await user.type(await field('Display name'), 'Qwen 7B');
    await user.type(
      screen.getByRole('textbox', { name: /Model format/ }),
      'huggingface',
    );
    await chooseConnection(user, 'MinIO models');
    await user.type(await field(/^Path/), 'llm/qwen');
  };

  it('deploys after a dry run, shows the manifests, and goes to the service', async () => {
    const user = create();
    await fillIn(user);
    expect(await field(/^Name/)).toHaveValue('qwen-7b');
    expect(await screen.findByText('s3://models/llm/qwen')).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'YAML' }),
    ).toHaveTextContent('name: qwen-7b');
    await submit(user, 'Deploy');
    await waitFor(() =>
      expect(screen.getByTestId('location')).toHaveTextContent(
        '/model-services/details/qwen-7b?cluster=prod&namespace=team-a',
      ),
    );
    expect(sent.map(({ isDryRun }) => isDryRun)).toEqual([true, false]);
    expect(sent[1].body).toEqual({
      name: 'qwen-7b',
      displayName: 'Qwen 7B',
      modelFormat: { name: 'huggingface' },
      location: { kind: 'connection', connection: 'minio', path: 'llm/qwen' },
    });
  });

  it('says of every connection that cannot be used why', async () => {
    const user = create();
    await user.click(
      await screen.findByRole('textbox', { name: /Connection/ }),
    );
    for (const [name, reason] of [
      [/Harbor push/, 'No Pull access.'],
      [/Somebody/, 'does not let you deploy from it'],
      [/Features/, 'serves no model'],
    ] as const) {
      const option = await screen.findByRole('option', { name });
      expect(option).toHaveAttribute('aria-disabled', 'true');
      expect(option).toHaveTextContent(reason);
    }
    const options = screen.getAllByRole('option');
    expect(options[0]).toHaveTextContent('MinIO models');
    expect(options[options.length - 1]).toHaveTextContent(
      'New connection in team-a',
    );
  });

  it('judges the name as it is typed, with the length of the project', async () => {
    const user = create();
    const name = await field(/^Name/);
    await user.type(name, 'Qwen');
    expect(screen.getByText(/Use lower-case letters/)).toBeVisible();
    await user.clear(name);
    await user.type(name, 'q'.repeat(47));
    expect(
      screen.getByText(
        'In team-a, a name has at most 46 characters, this one has 47.',
      ),
    ).toBeVisible();
    await user.type(name, '{Backspace}');
    expect(screen.getByText('Valid')).toBeVisible();
    expect(screen.getByText('52 of 52 with the project name')).toBeVisible();
  });

  it('marks what is missing, sends nothing, and takes the focus there', async () => {
    const user = create();
    await field('Display name');
    await submit(user, 'Deploy');
    expect(await field(/^Name/)).toHaveFocus();
    expect(screen.getByText('Choose the format of the model.')).toBeVisible();
    expect(screen.getByText('Choose a connection.')).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('shows a refusal at its field, and keeps what was typed', async () => {
    server.use(
      http.post(routes.services, async ({ request }) => {
        await remember(request);
        return refuse(400, 'Some fields are wrong.', [
          { field: 'location.path', message: 'No such folder.' },
        ]);
      }),
    );
    const user = create();
    await fillIn(user);
    await submit(user, 'Deploy');
    expect(await screen.findByText('No such folder.')).toBeVisible();
    expect(
      screen.getByText(/Not deployed: Some fields are wrong/),
    ).toBeVisible();
    expect(await field(/^Path/)).toHaveValue('llm/qwen');
    expect(sent).toHaveLength(1);
  });

  it('is filled in from an entity, whose label the service gets', async () => {
    const user = create(
      '&displayName=Chat&name=chat&label=backstage.io%2Fkubernetes-id%3Dchat',
    );
    expect(await field('Display name')).toHaveValue('Chat');
    await user.type(
      screen.getByRole('textbox', { name: /Model format/ }),
      'huggingface',
    );
    await user.click(screen.getByRole('button', { name: 'URI' }));
    await user.type(await field(/^URI/), 'hf://Qwen/Qwen2.5');
    await submit(user, 'Deploy');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1].body).toMatchObject({
      name: 'chat',
      labels: { 'backstage.io/kubernetes-id': 'chat' },
      location: { kind: 'uri', uri: 'hf://Qwen/Qwen2.5' },
    });
  });

  it('asks before it makes new pods, and not where only their number changes', async () => {
    server.use(
      http.put(routes.service, async ({ request }) => {
        const { isDryRun, body } = await remember(request);
        const isRename = body.displayName !== 'Qwen 7B';
        return HttpResponse.json(
          isDryRun
            ? dryRun(
                [
                  {
                    path: ['metadata', 'annotations', 'cpaas.io/display-name'],
                    before: '"Qwen 7B"',
                    after: '"Qwen chat"',
                  },
                ],
                isRename,
              )
            : backend.services[0],
        );
      }),
    );
    const user = edit();
    const replicas = await field('Replicas, at least');
    await user.type(replicas, '2');
    expect(screen.getByText(/Saving keeps the pods/)).toBeVisible();
    await user.type(await field('Display name'), ' chat');
    expect(
      screen.getByText('Saving restarts the pods: Display name.'),
    ).toBeVisible();
    await submit(user, 'Save');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Qwen chat');
    expect(sent).toHaveLength(1);
    await user.click(
      within(dialog).getByRole('button', { name: 'Save and roll out' }),
    );
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({
      isDryRun: false,
      body: {
        name: 'qwen',
        displayName: 'Qwen 7B chat',
        minReplicas: 2,
        resourceVersion: '7',
      },
    });
  });

  it('repeats a save where only the status changed, and compares where more did', async () => {
    const stored = modelServiceFixture({ name: 'qwen', resourceVersion: '8' });
    server.use(
      http.put(routes.service, async ({ request }) => {
        const { isDryRun, body } = await remember(request);
        const [service] = backend.services;
        if (body.resourceVersion !== service.resourceVersion) {
          return refuse(409, 'It has changed since it was read.');
        }
        return HttpResponse.json(
          isDryRun ? dryRun([{ path: ['spec'] }], false) : service,
        );
      }),
    );
    const user = edit();
    await user.type(await field('Replicas, at least'), '2');
    backend.services = [stored];
    await submit(user, 'Save');
    await waitFor(() =>
      expect(screen.getByTestId('location')).toHaveTextContent('details/qwen'),
    );
    expect(sent.map(({ body }) => body.resourceVersion)).toEqual([
      '7',
      '8',
      '8',
    ]);
  });

  it('shows both versions where somebody else changed something, and loses neither', async () => {
    server.use(
      http.put(routes.service, async ({ request }) => {
        const { isDryRun, body } = await remember(request);
        const [service] = backend.services;
        if (body.resourceVersion !== service.resourceVersion) {
          return refuse(409, 'It has changed since it was read.');
        }
        return HttpResponse.json(
          isDryRun ? dryRun([{ path: ['spec'] }], false) : service,
        );
      }),
    );
    const user = edit();
    await user.type(await field('Replicas, at least'), '2');
    backend.services = [
      modelServiceFixture({
        name: 'qwen',
        resourceVersion: '8',
        runtime: 'kserve-huggingfaceserver',
      }),
    ];
    await submit(user, 'Save');
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('radiogroup', { name: /Serving runtime/ }),
    ).toHaveTextContent('kserve-huggingfaceserver');
    await user.click(within(dialog).getByRole('button', { name: /Save this/ }));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]).toMatchObject({
      isDryRun: false,
      body: {
        minReplicas: 2,
        runtime: 'kserve-huggingfaceserver',
        resourceVersion: '8',
      },
    });
  });

  it('says why a service cannot be changed', async () => {
    backend.services = [
      modelServiceFixture({
        name: 'qwen',
        allowedActions: [],
        managedBy: { kind: 'Helm release', name: 'models' },
      }),
    ];
    edit();
    expect(
      await screen.findByText('qwen cannot be changed here'),
    ).toBeVisible();
    expect(screen.getByText(/Managed by Helm release models/)).toBeVisible();
  });
});
