import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  clusterFixture,
  connectionFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();

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
      connectionFixture({
        name: 'nowhere',
        servable: { ok: false, reason: 'No bucket is set.' },
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
    expect(screen.getByRole('row', { name: /nowhere/ })).toHaveTextContent(
      'Not deployable: No bucket is set.',
    );
    expect(screen.getAllByText('4 connections')).not.toHaveLength(0);
    expect(requests.filter(path => path.endsWith('/connections'))).toHaveLength(
      1,
    );
    expect(requests.filter(path => path.endsWith('/dependents'))).toHaveLength(
      1,
    );
    expect(requests).toHaveLength(5);
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
    await user.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(bodyRows()).toHaveLength(3);
    expect(search).toHaveFocus();
  });

  it('keeps search and sort in the URL', async () => {
    backend.connections = ['a-1', 'a-2', 'b'].map(name =>
      connectionFixture({ name }),
    );
    const { user } = open('?cluster=prod&namespace=team-a&q=a-&sort=-name');
    await screen.findByRole('row', { name: /a-1/ });
    expect(firstCells()).toEqual(['a-2a-2', 'a-1a-1']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: 'Age' }));
    expect(bodyRows()).toHaveLength(3);
    await waitFor(() =>
      expect(screen.getByTestId('location').textContent).toBe(
        '/model-connections/connections?cluster=prod&namespace=team-a&sort=age',
      ),
    );
  });

  it('shows by name what the URL wants sorted by something else', async () => {
    backend.connections = [connectionFixture({ name: 'one' })];
    open('?cluster=prod&namespace=team-a&sort=constructor');
    expect(await screen.findByRole('row', { name: /one/ })).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
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

  it('offers projects by their display name, and the resource name beneath', async () => {
    backend.namespaces = {
      items: [
        { name: 'team-a', displayName: 'Vision team' },
        { name: 'team-b', displayName: 'Speech team' },
      ],
    };
    const { user } = open();
    const project = await screen.findByRole('textbox', { name: /Project/ });
    await user.click(project);
    const option = await screen.findByRole('option', { name: /^Speech team/ });
    expect(option).toHaveTextContent('Speech teamteam-b');
    await user.click(option);
    expect(
      await screen.findByText('No connections in team-b'),
    ).toBeInTheDocument();
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

  it('says that there is no such project, and offers nothing to create in it', async () => {
    const { user } = open('?cluster=prod&namespace=team-c');
    expect(
      await screen.findByText('There is no project "team-c" on Production'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Create connection' }),
    ).toBeDisabled();
    backend.namespaces = { items: [{ name: 'team-c' }] };
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    expect(
      await screen.findByText('No connections in team-c'),
    ).toBeInTheDocument();
  });

  it.each([
    ['/xyz', 'There is no page at this address'],
    ['/create?cluster=gone&namespace=team-a', 'There is no cluster "gone"'],
    [
      '/create?cluster=prod&namespace=team-c',
      'There is no project "team-c" on Production',
    ],
  ])('leads back from %s to the list', async (at, says) => {
    const { user } = open(at);
    expect(await screen.findByText(says)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Go to the connections' }),
    );
    expect(await screen.findByRole('searchbox')).toBeInTheDocument();
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
      await screen.findByText(`${types.length} connection types installed`),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No connections in team-a'),
    ).toBeInTheDocument();
  });
});
