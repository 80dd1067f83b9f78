import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import { MockBackend } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from './ConnectionsRouter';

const server = setupServer();
const READING = ['use', 'check', 'browse'];
const ONLY_LOOK = /You may only look at these connections: the portal's policy/;

// In a file of their own, since `usePermission` remembers decisions for as long as its module lives.
describe('without the permission to create', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.connections = [
      connectionFixture({ name: 'minio', allowedActions: READING }),
      connectionFixture({
        name: 'helm',
        allowedActions: READING,
        managedBy: { kind: 'Helm release', name: 'models' },
      }),
    ];
    server.use(...backend.handlers);
  });
  const open = (path: string, decided?: Promise<void>) =>
    renderPage(<ConnectionsRouter />, {
      at: `${path}?cluster=prod&namespace=team-a`,
      denied: [
        'modelConnections.connection.create',
        'modelConnections.type.create',
      ],
      decided,
    });

  // The first, while no decision is remembered.
  it('offers nothing before the policy has answered that would vanish again', async () => {
    let answer = () => {};
    open('', new Promise(resolve => (answer = resolve)));
    await screen.findByRole('row', { name: /helm/ });
    const buttons = () =>
      screen.getAllByRole('button').map(button => button.textContent);
    const before = buttons();
    expect(screen.queryByText(ONLY_LOOK)).toBeNull();
    answer();
    expect(await screen.findByText(ONLY_LOOK)).toBeInTheDocument();
    expect(buttons()).toEqual(before);
  });

  it('shows the list without what one may never press, and says so', async () => {
    open('');
    expect(await screen.findByText(ONLY_LOOK)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /helm/ })).toHaveTextContent(
      'Read-only',
    );
    expect(screen.queryByRole('button', { name: /Create/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Adopt/ })).toBeNull();
    const user = userEvent.setup();
    for (const name of ['minio', 'helm']) {
      await user.click(
        screen.getByRole('button', { name: `Actions for ${name}` }),
      );
      // What changes nothing is all there is.
      expect(await screen.findByRole('menuitem')).toHaveTextContent(
        'Show YAML',
      );
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    }
  });

  it('keeps the menus of those that may be changed, and says why none can be made', async () => {
    const user = userEvent.setup();
    backend.connections.push(
      connectionFixture({
        name: 'own',
        allowedActions: ['delete', ...READING],
      }),
    );
    open('');
    const own = await screen.findByRole('row', { name: /own/ });
    expect(
      await screen.findByText(
        /policy does not let you create connections.*modelConnections\.connection\.create/,
      ),
    ).toBeInTheDocument();
    const openMenu = async (name: string) => {
      await user.click(
        screen.getByRole('button', { name: `Actions for ${name}` }),
      );
      const items = await screen.findAllByRole('menuitem');
      return items.map(item => item.textContent);
    };
    const close = async () => {
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    };
    expect(await openMenu('minio')).toEqual([
      expect.stringContaining('Show YAML'),
    ]);
    await close();
    expect(await openMenu('helm')).toEqual([
      'EditManaged by Helm release models. Change it there.',
      expect.stringContaining('Show YAML'),
      'Delete…Managed by Helm release models. Change it there.',
    ]);
    await close();
    await user.click(within(own).getByRole('button', { name: /Actions for/ }));
    expect(
      await screen.findByRole('menuitem', { name: 'Delete…' }),
    ).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('tells whom to ask for types where there are none', async () => {
    backend.types = [];
    backend.connections = [];
    open('');
    expect(
      await screen.findByText(/Ask somebody who may create types/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Install the built-in types' }),
    ).toBeNull();
    expect(screen.queryByRole('button', { name: /Create/ })).toBeNull();
  });

  it('does not show the form', async () => {
    open('/create');
    expect(
      await screen.findByText('You may not create connections'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/permission modelConnections\.connection\.create/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Go to the connections' }),
    ).toHaveAttribute('href', '/model-connections/connections');
  });
});
