import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();

const bodyRows = () => screen.getAllByRole('row').slice(1);
const firstCells = () =>
  bodyRows().map(row => within(row).getAllByRole('cell')[0].textContent);

describe('DeleteConnectionDialog', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    server.use(...backend.handlers);
  });
  const open = () => {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, {
      at: '?cluster=prod&namespace=team-a',
    });
    return { user };
  };

  const openMenu = async (
    user: ReturnType<typeof userEvent.setup>,
    name: string,
  ) => {
    await user.click(
      await screen.findByRole('button', { name: `Actions for ${name}` }),
    );
    return screen.findByRole('menuitem', { name: /Delete/ });
  };

  it('is confirmed by the resource name, shows an error inside and takes the row out', async () => {
    backend.connections = [
      connectionFixture({ name: 'minio', displayName: 'MinIO models' }),
      connectionFixture({ name: 'other' }),
    ];
    const deleted: unknown[] = [];
    server.use(
      http.delete(routes.connection, () => refuse(503, 'Busy.'), {
        once: true,
      }),
      http.delete(routes.connection, ({ params }) => {
        deleted.push(params);
        return new HttpResponse(undefined, { status: 204 });
      }),
    );
    const { user } = open();
    await user.click(await openMenu(user, 'MinIO models'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete MinIO models?',
    });
    expect(dialog).toHaveTextContent('team-a on Production');
    const name = within(dialog).getByRole('textbox', {
      name: 'Resource name',
    });
    const button = within(dialog).getByRole('button', { name: 'Delete' });
    expect(name).toHaveFocus();
    await user.type(name, 'MinIO');
    expect(button).toBeDisabled();
    await user.clear(name);
    await user.type(name, 'minio');
    await user.click(button);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It could not be deleted: Busy.',
    );
    expect(name).toHaveValue('minio');
    await user.click(button);
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: /Delete/ })).toBeNull(),
    );
    // The cluster of a request, its project and its name.
    expect(deleted).toEqual([
      { cluster: 'prod', namespace: 'team-a', name: 'minio' },
    ]);
    expect(firstCells()).toEqual(['otherother']);
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(screen.getAllByText(/MinIO models is deleted/)).not.toHaveLength(0);
  });

  it('is done, and says so, where only the cleaning up failed', async () => {
    backend.connections = [
      connectionFixture({ name: 'minio' }),
      connectionFixture({ name: 'other' }),
    ];
    const left = 'The ServiceAccount "qwen-model-source" may be left: Busy.';
    server.use(
      http.delete(routes.connection, () =>
        HttpResponse.json({ warnings: [left] }),
      ),
    );
    const { user } = open();
    await user.click(await openMenu(user, 'minio'));
    await user.type(
      await screen.findByRole('textbox', { name: 'Resource name' }),
      'minio{Enter}',
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: /Delete/ })).toBeNull(),
    );
    expect(firstCells()).toEqual(['otherother']);
    expect(await screen.findByText(left)).toBeInTheDocument();
    expect(screen.queryByText(/could not be deleted/)).toBeNull();
  });

  it('gives the focus back when one thinks better of it', async () => {
    backend.connections = [connectionFixture({ name: 'minio' })];
    const { user } = open();
    await user.click(await openMenu(user, 'minio'));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Actions for minio' }),
      ).toHaveFocus(),
    );
  });

  it('says why it cannot be done', async () => {
    backend.connections = [
      connectionFixture({
        name: 'helm',
        managedBy: { kind: 'Helm release', name: 'models' },
      }),
    ];
    const { user } = open();
    const item = await openMenu(user, 'helm');
    expect(item).toHaveTextContent('Managed by Helm release models.');
    expect(item).toHaveAttribute('aria-disabled', 'true');
    await user.click(item);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
