import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  connectionFixture,
  storedConnectionFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();

describe('what is done with rows', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [
      connectionFixture({
        name: 'minio',
        displayName: 'MinIO models',
        creator: 'user:default/lena',
      }),
      connectionFixture({
        name: 'hub',
        creator: 'user:default/wei',
        typeName: 'ct-huggingface',
        protocol: 'hf',
        protocols: ['hf'],
      }),
    ];
    server.use(...backend.handlers);
  });
  const open = (at = '?cluster=prod&namespace=team-a') => {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, { at });
    return user;
  };
  const act = async (
    user: ReturnType<typeof userEvent.setup>,
    action: RegExp,
  ) => {
    await user.click(
      await screen.findByRole('button', { name: 'Actions for MinIO models' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: action }));
    return await screen.findByRole('dialog');
  };

  it('narrows by filters that the URL keeps', async () => {
    const user = open('?cluster=prod&namespace=team-a&protocol=hf');
    await screen.findByRole('row', { name: /hub/ });
    expect(screen.queryByRole('row', { name: /minio/ })).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'Clear the filter Protocol' }),
    );
    await user.click(screen.getByRole('button', { name: 'Creator' }));
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: 'lena' }),
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('row', { name: /hub/ })).toBeNull();
    expect(screen.getByTestId('location')).toHaveTextContent('creator=lena');
  });

  it('duplicates under a name that follows, and marks the copy', async () => {
    const copies: unknown[] = [];
    server.use(
      http.post(routes.copy, () => refuse(409, 'Exists.'), { once: true }),
      http.post(routes.copy, async ({ request, params }) => {
        copies.push(params.name, await request.json());
        const copy = storedConnectionFixture({ name: 'second' });
        backend.connections.push(copy);
        return HttpResponse.json(copy, { status: 201 });
      }),
    );
    const user = open();
    const dialog = await act(user, /Duplicate/);
    const name = within(dialog).getByRole('textbox', { name: /Resource name/ });
    expect(name).toHaveValue('minio-models-copy');
    await user.click(within(dialog).getByRole('button', { name: 'Duplicate' }));
    expect(
      await within(dialog).findByText(/"minio-models-copy" is already in/),
    ).toBeInTheDocument();
    expect(name).toHaveFocus();
    await user.clear(name);
    await user.type(name, 'second{Enter}');
    expect(
      await screen.findByRole('row', { name: /second/ }),
    ).toHaveTextContent('New');
    expect(copies).toEqual([
      'minio',
      {
        targetNamespace: 'team-a',
        name: 'second',
        displayName: 'MinIO models (copy)',
      },
    ]);
  });

  it('asks for the project of a copy, and keeps its names', async () => {
    const copies: unknown[] = [];
    server.use(
      http.post(routes.copy, async ({ request }) => {
        copies.push(await request.json());
        return HttpResponse.json(
          storedConnectionFixture({ namespace: 'team-b' }),
          { status: 201 },
        );
      }),
    );
    const user = open();
    const dialog = await act(user, /Copy to project/);
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
    expect(
      await within(dialog).findByText(
        'Choose the project that the copy is for.',
      ),
    ).toBeInTheDocument();
    await user.click(within(dialog).getByRole('textbox', { name: /Project/ }));
    await user.click(await screen.findByRole('option', { name: 'team-b' }));
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(copies).toEqual([
      { targetNamespace: 'team-b', name: 'minio', displayName: 'MinIO models' },
    ]);
  });

  it('shows YAML, or why there is none', async () => {
    server.use(
      http.get(routes.manifest, () => refuse(503, 'Busy.'), { once: true }),
      http.get(routes.manifest, () => HttpResponse.text('kind: Secret')),
    );
    const user = open();
    const dialog = await act(user, /Show YAML/);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Busy.');
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    expect(await within(dialog).findByText('kind: Secret')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Actions for MinIO models' }),
      ).toHaveFocus(),
    );
  });

  it('adopts a Secret, and puts a refusal to its field', async () => {
    const adopted: unknown[] = [];
    server.use(
      http.post(routes.adopt, () => refuse(404, 'Not found.'), { once: true }),
      http.post(routes.adopt, async ({ request }) => {
        adopted.push(await request.json());
        const connection = storedConnectionFixture({
          name: 'found',
          displayName: undefined,
        });
        backend.connections.push(connection);
        return HttpResponse.json(connection);
      }),
    );
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: 'Adopt a Secret' }),
    );
    const dialog = await screen.findByRole('dialog');
    const adopt = within(dialog).getByRole('button', { name: 'Adopt' });
    await user.click(adopt);
    expect(
      await within(dialog).findByText('Choose a connection type.'),
    ).toBeInTheDocument();
    const name = within(dialog).getByRole('textbox', { name: /Name of the/ });
    expect(name).toHaveFocus();
    await user.type(name, 'found');
    await user.click(
      within(dialog).getByRole('button', { name: /Connection type/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'S3 storage' }));
    await user.click(adopt);
    expect(
      await within(dialog).findByText(/There is no Secret of that name/),
    ).toBeInTheDocument();
    await user.click(adopt);
    expect(await screen.findByRole('row', { name: /found/ })).toHaveTextContent(
      'New',
    );
    expect(adopted).toEqual([{ name: 'found', typeName: 'ct-s3-storage' }]);
  });
});
