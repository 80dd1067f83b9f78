import { registerMswTestHooks } from '@backstage/frontend-test-utils';
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
const PROJECT = routes.services.replace('/model-services', '');
/** Of the lists that are loaded for the form: where each is, and what is said when it fails. */
const LISTS = {
  connections: [routes.connections, /connections could not be loaded/],
  connection: [routes.connection, /The connection could not be loaded/],
  runtimes: [`${PROJECT}/serving-runtimes`, /runtimes could not be loaded/],
  accounts: [
    `${PROJECT}/service-accounts`,
    /ServiceAccounts could not be loaded/,
  ],
  claims: [
    `${PROJECT}/persistent-volume-claims`,
    /volume claims could not be loaded/,
  ],
} as const;

describe('what the form for a model service loads', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  /** Addresses that do not answer, for now. */
  let failing: Set<string>;
  beforeEach(() => {
    failing = new Set();
    backend = new MockBackend();
    backend.connections = [storedConnectionFixture()];
    backend.services = [modelServiceFixture({ name: 'qwen' })];
    server.use(
      ...[
        ...Object.values(LISTS).map(([at]) => at),
        `${routes.services}/preview`,
      ].map(at =>
        http.all(at, () =>
          failing.has(at) ? refuse(503, 'It is busy.') : undefined,
        ),
      ),
      ...backend.handlers,
    );
  });
  const open = async (at = '/edit/qwen') => {
    renderPage(<ModelServicesRouter />, {
      tab: 'model-services',
      at: `${at}?cluster=prod&namespace=team-a`,
    });
    await screen.findByLabelText('Display name');
  };
  const type = (name: RegExp | string, text: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value: text } });
  const press = (name: string) =>
    fireEvent.click(screen.getByRole('button', { name }));
  const retry = (alert: HTMLElement) =>
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  const alertWith = async (text: RegExp) => {
    const alerts = await screen.findAllByRole('alert');
    return alerts.find(alert => text.test(alert.textContent ?? ''))!;
  };

  it.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    'can be asked for again: %s',
    async what => {
      const [at, text] = LISTS[what];
      failing.add(at);
      await open();
      type('Display name', 'Other');
      if (what === 'accounts') press('Show');
      if (what === 'claims') press('PVC');
      expect(await screen.findByText(text)).toBeVisible();
      failing.clear();
      retry(await alertWith(text));
      await waitFor(() => expect(screen.queryByText(text)).toBeNull());
      expect(document.body).not.toHaveFocus();
      expect(screen.getByLabelText('Display name')).toHaveValue('Other');
    },
  );

  describe('the manifests', () => {
    const download = () => screen.getByRole('button', { name: 'Download' });
    const isOff = () => {
      expect(download()).toBeDisabled();
      expect(
        screen.getByRole('button', { name: 'Copy the manifests' }),
      ).toBeDisabled();
    };

    it('are said to be the last complete ones while the form is not complete', async () => {
      await open();
      await waitFor(() => expect(download()).toBeEnabled(), { timeout: 4000 });
      type(/^Path/, '');
      isOff();
      expect(screen.getByText(/The last complete state/)).toBeVisible();
      expect(
        screen.queryByRole('progressbar', { name: /Bringing the manifests/ }),
      ).toBeNull();
      type(/^Path/, 'llm/other');
      isOff();
      expect(screen.queryByText(/The last complete state/)).toBeNull();
      await waitFor(() => expect(download()).toBeEnabled(), { timeout: 4000 });
    });

    it('can be asked for again where that failed', async () => {
      await open();
      await waitFor(() => expect(download()).toBeEnabled(), { timeout: 4000 });
      failing.add(`${routes.services}/preview`);
      type(/^Path/, 'llm/other');
      const text = /The manifests cannot be shown/;
      expect(
        await screen.findByText(text, undefined, { timeout: 4000 }),
      ).toBeVisible();
      isOff();
      failing.clear();
      retry(await alertWith(text));
      await waitFor(() => expect(download()).toBeEnabled(), { timeout: 4000 });
      expect(screen.queryByText(text)).toBeNull();
    });
  });

  describe('a new connection', () => {
    const field = () =>
      screen.getByLabelText(/^Connection/, { selector: 'input' });
    const openNew = async () => {
      const user = userEvent.setup();
      await user.click(field());
      await user.click(
        await screen.findByRole('option', { name: /New connection/ }),
      );
      return {
        user,
        dialog: await screen.findByRole('dialog', { name: /New connection/ }),
      };
    };
    const wouldLose = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };

    it('is not what is chosen while there is none: the former one stays, and the focus comes back', async () => {
      await open();
      await waitFor(() => expect(field()).toHaveValue('MinIO models'));
      const { user, dialog } = await openNew();
      await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(field()).toHaveFocus());
      expect(field()).toHaveValue('MinIO models');
    });

    it('is not lost with the page, and nothing closes it while it is made', async () => {
      let made: () => void = () => {};
      const isMade = new Promise<void>(resolve => {
        made = resolve;
      });
      server.use(
        http.post(routes.connections, async ({ request }) => {
          if (!new URL(request.url).searchParams.has('dryRun')) await isMade;
          const fresh = { name: 'fresh', displayName: 'Fresh' };
          const connection = { ...storedConnectionFixture(), ...fresh };
          backend.connections.push(connection);
          return HttpResponse.json(connection, { status: 201 });
        }),
      );
      await open('/create');
      const { user, dialog } = await openNew();
      expect(wouldLose()).toBe(false);
      await user.click(
        await within(dialog).findByRole('radio', { name: /S3 storage/ }),
      );
      const input = (name: RegExp) =>
        within(dialog).getByLabelText(name, { selector: 'input' });
      fireEvent.change(input(/Display name/), { target: { value: 'Fresh' } });
      fireEvent.change(input(/Access key/), { target: { value: 'a' } });
      fireEvent.change(
        within(dialog).getByLabelText(/Secret key/i, { selector: 'input' }),
        {
          target: { value: 'b' },
        },
      );
      expect(wouldLose()).toBe(true);
      fireEvent.click(within(dialog).getByText('Create and use'));
      await within(dialog).findByRole('progressbar');
      fireEvent.keyDown(dialog, { key: 'Escape' });
      expect(screen.getAllByRole('dialog')).toEqual([dialog]);
      made();
      await waitFor(() => expect(field()).toHaveFocus());
      await waitFor(() => expect(field()).toHaveValue('Fresh'));
    });
  });
});
