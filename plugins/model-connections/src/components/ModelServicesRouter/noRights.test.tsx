import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { modelServiceFixture } from '../../__testUtils__/fixtures';
import { MockBackend } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ModelServicesRouter } from './ModelServicesRouter';

const server = setupServer();

// In a file of its own: the portal remembers decisions from test to test.
describe('the model services for who may only look', () => {
  registerMswTestHooks(server);
  beforeEach(() => {
    const backend = new MockBackend();
    backend.services = [
      modelServiceFixture({ name: 'qwen', allowedActions: [] }),
    ];
    server.use(...backend.handlers);
  });
  const open = (at: string) =>
    renderPage(<ModelServicesRouter />, {
      tab: 'model-services',
      at: `${at}?cluster=prod&namespace=team-a`,
      denied: ['modelConnections.service.create'],
    });

  it('offer nothing that the policy forbids', async () => {
    open('');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Qwen 7B' }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['YAML']);
    expect(screen.queryByText('Deploy a model')).toBeNull();
  });

  it('explain at the form which permission is missing', async () => {
    open('/create');
    expect(await screen.findByText('You may not deploy models')).toBeVisible();
    expect(
      screen.getByText(/modelConnections.service.create/),
    ).toBeInTheDocument();
  });

  it('say who cannot change a service that it is the policy', async () => {
    open('/edit/qwen');
    expect(
      await screen.findByText('qwen cannot be changed here'),
    ).toBeVisible();
  });
});
