import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();
const input = (name: RegExp) => screen.getByRole('textbox', { name });
const secretKey = () =>
  screen.getByLabelText(/^Secret key/, { selector: 'input' });
const create = () => screen.getByRole('button', { name: 'Create' });

describe('CreateConnectionPage', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let calls: { dryRun: string | null; path: unknown; body: unknown }[];

  beforeEach(() => {
    backend = new MockBackend();
    calls = [];
    server.use(
      ...backend.handlers,
      http.post(routes.connections, async ({ request, params }) => {
        const body = (await request.json()) as { name: string };
        const dryRun = new URL(request.url).searchParams.get('dryRun');
        calls.push({ dryRun, path: params, body });
        const made = connectionFixture({
          ...body,
          namespace: String(params.namespace),
        });
        if (!dryRun) backend.connections.push(made);
        return HttpResponse.json(
          { ...made, values: {}, valuesInAnnotation: false },
          { status: 201 },
        );
      }),
    );
  });

  async function open(namespace = 'team-a') {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, {
      at: `/create?cluster=prod&namespace=${namespace}`,
    });
    await user.click(await screen.findByRole('radio', { name: /S3 storage/ }));
    return user;
  }
  async function fillIn(user: ReturnType<typeof userEvent.setup>) {
    await user.click(input(/Display name/));
    await user.paste('MinIO models');
    await user.click(input(/Access key/));
    await user.paste('key');
    await user.click(secretKey());
    await user.paste('secret');
  }

  it('lets the cluster check everything first, then creates, and marks the new row', async () => {
    backend.connections = Array.from({ length: 15 }, (_, n) =>
      connectionFixture({ name: `bucket-${n}` }),
    );
    const user = await open();
    expect(screen.getByText('Production · team-a')).toBeInTheDocument();
    await fillIn(user);
    await user.click(create());

    const row = await screen.findByRole('row', { name: /MinIO models/ });
    expect(row).toHaveTextContent('New');
    await waitFor(() => expect(row).toHaveFocus());
    const body = {
      name: 'minio-models',
      displayName: 'MinIO models',
      typeName: 'ct-s3-storage',
      values: { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' },
    };
    const path = { cluster: 'prod', namespace: 'team-a' };
    expect(calls).toEqual([
      { dryRun: 'All', path, body },
      { dryRun: null, path, body },
    ]);
    expect(screen.getByText('MinIO models is created')).toBeInTheDocument();
    expect(
      screen.getByText('MinIO models is created and marked in the list.'),
    ).toBeInTheDocument();
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/model-connections/connections?cluster=prod&namespace=team-a',
    );
  });

  it('sends how S3 is read where that is said, kept while another type is looked at', async () => {
    const user = await open();
    await fillIn(user);
    const openAdvanced = () =>
      user.click(screen.getByRole('button', { name: 'Advanced' }));
    await openAdvanced();
    await user.click(screen.getByRole('checkbox', { name: 'Anonymous' }));
    await user.click(screen.getByRole('radio', { name: /URI/ }));
    expect(screen.queryByRole('button', { name: 'Advanced' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /S3 storage/ }));
    expect(screen.getByRole('region', { name: 'Advanced' })).toHaveTextContent(
      'Anonymous',
    );
    await openAdvanced();
    expect(screen.getByRole('checkbox', { name: 'Verify TLS' })).toBeChecked();
    await user.click(create());
    await screen.findByRole('row', { name: /MinIO models/ });
    expect(calls.map(({ body }) => (body as { s3: unknown }).s3)).toEqual([
      { anonymous: true },
      { anonymous: true },
    ]);
  });

  it('sends nothing while something is wrong', async () => {
    const user = await open();
    await user.click(create());
    await waitFor(() => expect(input(/Display name/)).toHaveFocus());
    expect(input(/Access key/)).toHaveAccessibleDescription(/Is required/);
    expect(screen.getByRole('alert')).toHaveTextContent(
      '4 fields need attention. The first is Display name.',
    );
    expect(calls).toEqual([]);
  });

  it('keeps what was typed when the server refuses, and marks what it names', async () => {
    server.use(
      http.post(routes.connections, () =>
        refuse(400, 'The values do not fit.', [
          { field: 'AWS_ACCESS_KEY_ID', message: 'Is no key.' },
        ]),
      ),
    );
    const user = await open();
    await fillIn(user);
    await user.click(create());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not created: The values do not fit.',
    );
    expect(input(/Access key/)).toHaveAccessibleDescription(/Is no key/);
    await waitFor(() => expect(input(/Access key/)).toHaveFocus());
    expect(secretKey()).toHaveValue('secret');

    await user.click(screen.getByRole('radio', { name: /URI/ }));
    await user.click(screen.getByRole('radio', { name: /S3 storage/ }));
    expect(secretKey()).toHaveValue('secret');
  });

  it('marks the name when it is taken, whenever that turns out', async () => {
    server.use(
      http.post(routes.connections, ({ request }) =>
        new URL(request.url).searchParams.has('dryRun')
          ? undefined
          : refuse(409, 'It exists.'),
      ),
    );
    const user = await open();
    await fillIn(user);
    await user.click(create());
    expect(await screen.findByRole('alert')).toHaveTextContent('It exists.');
    expect(input(/Resource name/)).toHaveAccessibleDescription(
      /Something named "minio-models" is already in this project/,
    );
    await waitFor(() => expect(input(/Resource name/)).toHaveFocus());
  });

  it('asks for a type and a project where none is given', async () => {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, {
      at: '/create?cluster=prod&namespace=-',
    });
    await screen.findByRole('radio', { name: /S3 storage/ });
    await user.click(create());
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose a connection type.',
    );
    await user.click(screen.getByRole('radio', { name: /S3 storage/ }));
    await fillIn(user);
    await user.click(create());
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose the project that the connection is for.',
    );
    await waitFor(() => expect(input(/Project/)).toHaveFocus());
    await user.click(input(/Project/));
    await user.click(await screen.findByRole('option', { name: 'team-b' }));
    await user.click(create());
    await screen.findByRole('row', { name: /MinIO models/ });
    expect(calls.map(call => call.path)).toEqual(
      Array(2).fill({ cluster: 'prod', namespace: 'team-b' }),
    );
  });

  it('asks before something typed is left behind', async () => {
    const user = await open();
    await user.type(input(/Display name/), 'M');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(
      await screen.findByRole('button', { name: 'Keep editing' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(input(/Display name/)).toHaveValue('M');
    await user.click(screen.getByRole('button', { name: 'Connections' }));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(
      await screen.findByText('No connections in team-a'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getAllByRole('button', { name: 'Create connection' })[0],
      ).toHaveFocus(),
    );
    expect(calls).toEqual([]);
  });

  it('begins with the focus on its heading', async () => {
    renderPage(<ConnectionsRouter />, {
      at: '/create?cluster=prod&namespace=team-a',
    });
    expect(
      await screen.findByRole('heading', { name: 'Create connection' }),
    ).toHaveFocus();
  });

  it('leaves at once when nothing was typed', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      await screen.findByText('No connections in team-a'),
    ).toBeInTheDocument();
  });
});
