import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { connectionFixture } from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();

/** An answer that arrives when the test says so. */
function later() {
  let send = () => {};
  const sent = new Promise<void>(resolve => {
    send = resolve;
  });
  return { send, sent };
}
const page = (items: unknown[], nextPageToken?: string) =>
  HttpResponse.json({ items, nextPageToken });
const bodyRows = () => screen.getAllByRole('row').slice(1);
const firstCells = () =>
  bodyRows().map(row => within(row).getAllByRole('cell')[0].textContent);

describe('ConnectionsCard', () => {
  registerMswTestHooks(server);
  beforeEach(() => {
    server.use(...new MockBackend().handlers);
  });
  const open = () => {
    const user = userEvent.setup();
    const { storage } = renderPage(<ConnectionsRouter />, {
      at: '?cluster=prod&namespace=team-a',
    });
    return { user, storage };
  };

  it('loads page after page behind the first rows, and can be paused', async () => {
    const second = later();
    const tokens: (string | null)[] = [];
    server.use(
      http.get(routes.connections, async ({ request }) => {
        const query = new URL(request.url).searchParams;
        expect(query.get('limit')).toBe('500');
        tokens.push(query.get('pageToken'));
        if (query.get('pageToken')) {
          await second.sent;
          return page([connectionFixture({ name: 'second' })]);
        }
        return page([connectionFixture({ name: 'first' })], 'next');
      }),
    );
    const { user } = open();
    await screen.findByRole('row', { name: /first/ });
    expect(screen.getByText('1 loaded, more to come.')).toBeInTheDocument();
    expect(
      screen.getByText('Search and sort cover what is loaded.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(screen.getByText('1 loaded, paused.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    second.send();
    await screen.findByRole('row', { name: /second/ });
    expect(screen.getAllByText('2 connections')).not.toHaveLength(0);
    expect(screen.queryByText(/loaded/)).toBeNull();
    expect(screen.queryByText('Rows per page')).toBeNull();
    expect(tokens[0]).toBeNull();
    expect(new Set(tokens.slice(1))).toEqual(new Set(['next']));
  });

  it('begins anew once when a page token has expired', async () => {
    let lists = 0;
    server.use(
      http.get(routes.connections, ({ request }) => {
        if (new URL(request.url).searchParams.get('pageToken')) {
          return refuse(410, 'List again.');
        }
        lists += 1;
        return page([connectionFixture({ name: `list-${lists}` })], 'next');
      }),
    );
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '1 loaded, then it stopped: List again.',
    );
    expect(firstCells()).toEqual(['list-2list-2']);
    expect(lists).toBe(2);
  });

  it('keeps what is loaded when a later page fails, and goes on from there', async () => {
    let isBroken = true;
    server.use(
      http.get(routes.connections, ({ request }) => {
        if (!new URL(request.url).searchParams.get('pageToken')) {
          return page([connectionFixture({ name: 'first' })], 'next');
        }
        return isBroken
          ? refuse(504, 'Too slow.')
          : page([connectionFixture({ name: 'second' })]);
      }),
    );
    const { user } = open();
    expect(await screen.findByRole('alert')).toHaveTextContent('Too slow.');
    expect(firstCells()).toEqual(['firstfirst']);
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('row', { name: /second/ });
    expect(bodyRows()).toHaveLength(2);
  });

  it('keeps the rows when they cannot be loaded again, says why, and tries again', async () => {
    const list = (name: string) =>
      server.use(
        http.get(routes.connections, () => page([connectionFixture({ name })])),
      );
    list('one');
    const { user } = open();
    await screen.findByRole('row', { name: /one/ });
    server.use(http.get(routes.connections, () => HttpResponse.error()));
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded again.*The portal does not answer\. Is it still running\?/,
    );
    expect(firstCells()).toEqual(['oneone']);
    list('two');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('row', { name: /two/ });
    expect(firstCells()).toEqual(['twotwo']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('never shows the rows of a project that was left', async () => {
    const slow = later();
    let lists = 0;
    server.use(
      http.get(routes.connections, async ({ params }) => {
        if (params.namespace === 'team-a') {
          await slow.sent;
          return page([connectionFixture({ name: 'of-a' })]);
        }
        lists += 1;
        return page([
          connectionFixture({ name: `list-${lists}`, namespace: 'team-b' }),
        ]);
      }),
    );
    const { user, storage } = open();
    const project = await screen.findByRole('textbox', { name: /Project/ });
    expect(
      screen.getByRole('status', { name: 'Loading connections' }),
    ).toBeInTheDocument();
    await user.click(project);
    await user.click(await screen.findByRole('option', { name: 'team-b' }));
    await screen.findByRole('row', { name: /list-1/ });
    slow.send();
    // A whole round trip later the late answer has long arrived.
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    await screen.findByRole('row', { name: /list-2/ });
    expect(firstCells()).toEqual(['list-2list-2']);
    expect(screen.getByTestId('location')).toHaveTextContent(
      'cluster=prod&namespace=team-b',
    );
    expect(
      storage.forBucket('model-connections').snapshot('project').value,
    ).toEqual({ cluster: 'prod', namespaces: { prod: 'team-b' } });
  });
});
