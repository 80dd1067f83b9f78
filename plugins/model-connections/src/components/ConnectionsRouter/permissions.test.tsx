import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { MockBackend } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from './ConnectionsRouter';

const server = setupServer();

// In a file of their own, since `usePermission` remembers decisions for as long as its module lives.
describe('without the permission to create', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.types = [];
    server.use(...backend.handlers);
  });
  const open = (path: string) =>
    renderPage(<ConnectionsRouter />, {
      at: `${path}?cluster=prod&namespace=team-a`,
      denied: [
        'modelConnections.connection.create',
        'modelConnections.type.create',
      ],
    });

  it('the list says why, and whom to ask for types', async () => {
    open('');
    expect(
      await screen.findByText(/Ask somebody who may create types/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Install the built-in types' }),
    ).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Create connection' }),
    ).toBeDisabled();
    expect(
      screen.getByLabelText(/modelConnections\.connection\.create/),
    ).toHaveAttribute('tabindex', '0');
  });

  it('the form is not shown', async () => {
    open('/create');
    expect(
      await screen.findByText('You may not create connections'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
