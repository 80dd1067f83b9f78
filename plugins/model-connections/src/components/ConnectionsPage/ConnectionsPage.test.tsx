import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { clusterFixture, connectionFixture } from '../../testing/fixtures';
import { MockBackend, refuse, routes } from '../../testing/mockBackend';
import { renderPage } from '../../testing/renderPage';
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

describe('ConnectionsPage', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    server.use(...backend.handlers);
  });
  const open = (at = '?cluster=prod&namespace=team-a') => {
    const user = userEvent.setup();
    const { storage } = renderPage(<ConnectionsRouter />, { at });
    return { user, storage };
  };

  it('shows what is known of each connection, from one request for the list', async () => {
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) => {
      requests.push(new URL(request.url).pathname);
    });
    backend.connections = [
      connectionFixture({
        name: 'minio',
        displayName: 'MinIO models',
        creator: 'user:default/lena',
      }),
      connectionFixture({
        name: 'vault',
        managedBy: { kind: 'ExternalSecret', name: 'vault-s3' },
      }),
      connectionFixture({
        name: 'db',
        displayName: 'Database',
        protocol: undefined,
        protocols: [],
        typeName: 'ct-gone',
      }),
    ];
    open();
    const minio = await screen.findByRole('row', { name: /MinIO models/ });
    expect(minio).toHaveTextContent('minio');
    await waitFor(() => expect(minio).toHaveTextContent('S3 storage'));
    expect(minio).toHaveTextContent('lena');
    expect(within(minio).getByText('S3')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /vault/ })).toHaveTextContent(
      /Read-only.*ExternalSecret vault-s3/,
    );
    const database = screen.getByRole('row', { name: /Database/ });
    expect(database).toHaveTextContent('Serves no model');
    expect(database).toHaveTextContent(/ct-gone.*Type no longer exists/);
    expect(screen.getByText('All 3 loaded.')).toBeInTheDocument();
    expect(requests.filter(path => path.endsWith('/connections'))).toHaveLength(
      1,
    );
    expect(requests).toHaveLength(4);
  });

  it('is searched and sorted, and says how many match', async () => {
    backend.connections = [
      connectionFixture({ name: 'bucket-10', creator: 'user:default/lena' }),
      connectionFixture({ name: 'bucket-9', creator: 'user:default/wei' }),
      connectionFixture({ name: 'weights', creator: 'user:default/lena' }),
    ];
    const { user } = open();
    await screen.findByRole('row', { name: /weights/ });
    expect(firstCells()).toEqual([
      'bucket-9bucket-9',
      'bucket-10bucket-10',
      'weightsweights',
    ]);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(firstCells()[0]).toBe('weightsweights');

    const search = screen.getByRole('searchbox');
    await user.type(search, 'LENA');
    expect(bodyRows()).toHaveLength(2);
    expect(
      screen
        .getAllByRole('status')
        .some(status => status.textContent === '2 of 3 match'),
    ).toBe(true);
    await user.clear(search);
    await user.type(search, 'zebra');
    expect(screen.getByText('Nothing matches "zebra"')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(bodyRows()).toHaveLength(3);
    expect(search).toHaveFocus();
  });

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
    expect(screen.getByText('All 2 loaded.')).toBeInTheDocument();
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

  it('opens all projects of the first usable cluster where nothing is chosen, and says so in the URL', async () => {
    backend.clusters = [
      clusterFixture({ name: 'odd', title: 'Odd', unusable: 'No sign-in.' }),
      clusterFixture(),
    ];
    backend.connections = [
      connectionFixture({ name: 'a' }),
      connectionFixture({ name: 'b', namespace: 'team-b' }),
    ];
    open('');
    await screen.findByRole('columnheader', { name: 'Project' });
    expect(bodyRows()).toHaveLength(2);
    expect(screen.getByTestId('location')).toHaveTextContent(
      'cluster=prod&namespace=-',
    );
  });

  it('lets a project be typed where the cluster does not list them', async () => {
    backend.namespaces = { items: [], partial: 'Listing is refused (403).' };
    backend.connections = [
      connectionFixture({ name: 'hidden', namespace: 'secret-team' }),
    ];
    const { user } = open('?cluster=prod');
    expect(await screen.findByText('Choose a project')).toBeInTheDocument();
    expect(screen.getByText(/Listing is refused \(403\)/)).toBeInTheDocument();
    const project = screen.getByRole('textbox', { name: /Project/ });
    await user.type(project, 'Not A Name{enter}');
    expect(screen.getByText(/A project is named with/)).toBeInTheDocument();
    await user.clear(project);
    await user.type(project, 'secret-team{enter}');
    expect(await screen.findByRole('row', { name: /hidden/ })).toBeVisible();
  });

  it('says why the list could not be loaded, and tries again', async () => {
    server.use(
      http.get(routes.connections, () => refuse(502, 'Cannot be reached.'), {
        once: true,
      }),
    );
    backend.connections = [connectionFixture({ name: 'minio' })];
    const { user } = open();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*Cannot be reached\./,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('row', { name: /minio/ })).toBeVisible();
  });

  it('says in words what one may not see', async () => {
    server.use(
      http.get(routes.connections, () => refuse(403, 'Pick a project.')),
    );
    open('?cluster=prod&namespace=-');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /may not see all projects at once.*Pick a project\..*Choose one project above/,
    );
  });

  it.each([
    { clusters: [], at: '', says: /No cluster is connected/ },
    {
      clusters: [clusterFixture({ unusable: 'Its sign-in is unknown.' })],
      at: '?cluster=prod',
      says: /Production cannot be used from here.*Its sign-in is unknown\./,
    },
    {
      clusters: [clusterFixture()],
      at: '?cluster=gone',
      says: /There is no cluster "gone"/,
    },
  ])('says what is the matter with the cluster ($at)', async wrong => {
    backend.clusters = wrong.clusters;
    open(wrong.at);
    await waitFor(() =>
      expect(
        screen.getAllByRole('status').map(status => status.textContent),
      ).toContainEqual(expect.stringMatching(wrong.says)),
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('leads on from an empty list', async () => {
    open();
    expect(
      await screen.findByText('No connections in team-a'),
    ).toBeInTheDocument();
    for (const link of screen.getAllByRole('button', {
      name: 'Create connection',
    })) {
      expect(link).toHaveAttribute(
        'href',
        '/model-connections/connections/create?cluster=prod&namespace=team-a',
      );
    }
  });

  it('installs the built-in types where there are none', async () => {
    const { types } = backend;
    backend.types = [];
    server.use(
      http.post(routes.install, () => {
        backend.types = types;
        return HttpResponse.json({
          created: types.map(type => type.name),
          unchanged: [],
        });
      }),
    );
    const { user } = open();
    await user.click(
      await screen.findByRole('button', { name: 'Install the built-in types' }),
    );
    expect(
      await screen.findByText('3 connection types installed'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No connections in team-a'),
    ).toBeInTheDocument();
  });

  describe('deleting', () => {
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
      expect(screen.getAllByText(/MinIO models is deleted/)).not.toHaveLength(
        0,
      );
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
        connectionFixture({ name: 'foreign', allowedActions: ['use'] }),
      ];
      const { user } = open();
      let item = await openMenu(user, 'helm');
      expect(item).toHaveTextContent('Managed by Helm release models.');
      expect(item).toHaveAttribute('aria-disabled', 'true');
      await user.click(item);
      expect(screen.queryByRole('dialog')).toBeNull();
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
      item = await openMenu(user, 'foreign');
      expect(item).toHaveTextContent('You may not delete this connection.');
    });
  });
});
