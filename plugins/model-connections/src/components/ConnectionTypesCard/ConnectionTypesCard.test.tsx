import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  connectionFixture,
  connectionTypeFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionTypesRouter } from '../ConnectionTypesRouter';

const server = setupServer();
const row = (name: RegExp) => screen.findByRole('row', { name });

describe('the list of connection types', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  beforeEach(() => {
    backend = new MockBackend();
    backend.types = [
      ...backend.types.map(type => ({ ...type, allowedActions: ['enable'] })),
      connectionTypeFixture({ name: 'ct-own' }),
    ];
    server.use(...backend.handlers);
  });
  const open = (query = '') => {
    const user = userEvent.setup();
    renderPage(<ConnectionTypesRouter />, {
      tab: 'connection-types',
      at: `?cluster=prod${query}`,
    });
    return user;
  };
  const openMenu = async (
    user: ReturnType<typeof userEvent.setup>,
    name: string,
  ) => {
    await user.click(
      await screen.findByRole('button', { name: `Actions for ${name}` }),
    );
    return screen.findByRole('menu');
  };

  it('searches and filters by what the URL says, and lets go of all of it at once', async () => {
    const user = open('&q=own&category=Hub&category=Test');
    await row(/Own type/);
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getAllByText('1 of 7 match')).not.toHaveLength(0);
    await user.type(screen.getByRole('searchbox'), 'x');
    await user.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(screen.getAllByRole('row')).toHaveLength(8);
    expect(screen.getByTestId('location')).not.toHaveTextContent(/q=|category/);
  });

  it('lists a type that cannot be read, with what is wrong, and lets nothing of it be lost', async () => {
    backend.types = [
      connectionTypeFixture({
        name: 'ct-broken',
        displayName: 'Broken',
        invalid: 'Field 2: type Invalid input.',
      }),
    ];
    const user = open();
    expect(await row(/Broken/)).toHaveTextContent(
      'Field 2: type Invalid input.',
    );
    const menu = await openMenu(user, 'Broken');
    for (const name of [/Edit/, /Duplicate/, /Export/]) {
      const item = within(menu).getByRole('menuitem', { name });
      expect(item).toHaveAttribute('aria-disabled', 'true');
      expect(item).toHaveTextContent('Correct the ConfigMap first.');
    }
  });

  it('moves a switch at once and back when it is refused, with the reason', async () => {
    const asked: unknown[] = [];
    server.use(
      http.patch(routes.type, async ({ request, params }) => {
        asked.push([params.name, await request.json()]);
        return refuse(503, 'Busy.');
      }),
    );
    const user = open();
    const toggle = within(await row(/Own type/)).getByRole('checkbox');
    await user.click(toggle);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Own type could not be disabled: Busy.',
    );
    expect(toggle).toBeChecked();
    expect(toggle).toHaveFocus();
    server.use(
      http.patch(routes.type, () =>
        HttpResponse.json({ ...backend.types[6], enabled: false }),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(toggle).not.toBeChecked());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(asked).toEqual([['ct-own', { enabled: false }]]);
  });

  it('keeps the focus in a list that a type leaves when it is switched off', async () => {
    backend.types = ['One', 'Two', 'Three'].map(displayName =>
      connectionTypeFixture({
        name: `ct-${displayName.toLowerCase()}`,
        displayName,
      }),
    );
    server.use(
      http.patch(routes.type, ({ params }) => {
        const type = backend.types.find(({ name }) => name === params.name);
        return HttpResponse.json({ ...type, enabled: false });
      }),
    );
    const user = open('&enabled=yes&sort=name');
    await row(/One/);
    const toggles = () => screen.queryAllByRole('checkbox');
    for (let left = 2; left > 0; left--) {
      await user.click(toggles()[left]);
      await waitFor(() => expect(toggles()).toHaveLength(left));
      expect(toggles()[left - 1]).toHaveFocus();
    }
    await user.click(toggles()[0]);
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveFocus());
  });

  it('refuses to edit and delete what is preinstalled, with the reason', async () => {
    const menu = await openMenu(open(), 'S3 storage');
    for (const name of [/Edit/, /Delete/]) {
      const item = within(menu).getByRole('menuitem', { name });
      expect(item).toHaveAttribute('aria-disabled', 'true');
      expect(item).toHaveTextContent('Preinstalled. Duplicate it instead.');
    }
    expect(
      within(menu).getByRole('menuitem', { name: 'Duplicate' }),
    ).toHaveAttribute('aria-disabled', 'false');
  });

  it('counts the connections of a type project by project where all at once is refused, and deletes it', async () => {
    backend.connections = [
      connectionFixture({ name: 'a', typeName: 'ct-own' }),
      connectionFixture({ name: 'b', typeName: 'ct-own' }),
      connectionFixture({ name: 'c' }),
    ];
    const [first] = backend.connections;
    server.use(
      http.get(routes.connections, ({ params }) => {
        if (params.namespace === '-') return refuse(403, 'Not all at once.');
        if (params.namespace === 'team-b') return refuse(403, 'Not here.');
        return HttpResponse.json({ items: backend.connections });
      }),
      http.delete(routes.type, () => refuse(503, 'Busy.'), { once: true }),
      http.delete(
        routes.type,
        () => new HttpResponse(undefined, { status: 204 }),
      ),
    );
    expect(first.namespace).toBe('team-a');
    const user = open();
    const menu = await openMenu(user, 'Own type');
    await user.click(within(menu).getByRole('menuitem', { name: /Delete/ }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(
        '2 connections that you may see use it, in 1 project. Not every project could be looked into.',
      ),
    ).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), 'ct-own');
    const remove = within(dialog).getByRole('button', { name: 'Delete' });
    await user.click(remove);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Busy.');
    await user.click(remove);
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /Own type/ })).toBeNull(),
    );
  });

  it('installs the built-in types where there are none', async () => {
    const types = backend.types;
    backend.types = [];
    server.use(
      http.post(routes.install, () => {
        backend.types = types;
        return HttpResponse.json({ created: ['ct-gcs'], unchanged: [] });
      }),
    );
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: 'Install the built-in types' }),
    );
    expect(await row(/S3 storage/)).toBeInTheDocument();
  });

  it('says what may not be seen, and tries again', async () => {
    server.use(
      http.get(routes.types, () => refuse(403, 'Apply deploy/rbac.yaml.'), {
        once: true,
      }),
    );
    const user = open();
    expect(
      await screen.findByText('You may not see the connection types'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Apply deploy\/rbac.yaml/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/S3 storage/)).toBeInTheDocument();
  });

  const yaml = (name: string, displayName: string) =>
    JSON.stringify({
      kind: 'ConfigMap',
      metadata: {
        name,
        labels: {
          'cpaas.io/dashboard': 'true',
          'cpaas.io/connection-type': 'true',
        },
        annotations: { 'cpaas.io/display_name': displayName },
      },
      data: {
        category: '["Test"]',
        fields: JSON.stringify(backend.types[6].fields),
      },
    });

  it('compares again what has changed since it was read, before it is replaced', async () => {
    const sent: any[] = [];
    server.use(
      http.put(routes.type, async ({ request }) => {
        const type: any = await request.json();
        sent.push(type.resourceVersion);
        return type.resourceVersion === backend.types[6].resourceVersion
          ? HttpResponse.json({ ...backend.types[6], ...type })
          : refuse(409, 'Changed meanwhile.');
      }),
    );
    const user = open();
    await row(/Own type/);
    await user.click(screen.getByRole('button', { name: 'Import' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('textbox'));
    await user.paste(yaml('ct-own', 'Renamed'));
    const take = await within(dialog).findByRole('checkbox');
    await user.click(take);
    backend.types = backend.types.map((type, index) =>
      index === 6
        ? { ...type, displayName: 'Theirs', resourceVersion: '2' }
        : type,
    );
    await user.keyboard('{Escape}');
    await screen.findByText('Close without importing?');
    await user.click(screen.getByRole('button', { name: 'Keep editing' }));
    await waitFor(() =>
      expect(screen.queryByText('Close without importing?')).toBeNull(),
    );
    const submit = within(dialog).getByRole('button', { name: /^Import \d/ });
    await user.click(submit);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not imported: Changed meanwhile. It was read again: look at the differences',
    );
    expect(take).not.toBeChecked();
    expect(await within(dialog).findByText(/Theirs/)).toBeVisible();
    await user.click(take);
    await user.click(submit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual(['1', '2']);
  });

  it('imports what is new, replaces only what is chosen, and keeps what fails in sight', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(routes.types, () => refuse(422, 'The webhook says no.')),
      http.put(routes.type, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(backend.types[6]);
      }),
    );
    const user = open();
    await row(/Own type/);
    await user.click(screen.getByRole('button', { name: 'Import' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('textbox'));
    await user.paste(
      [
        yaml('ct-own', 'Renamed'),
        yaml('ct-new', 'New one'),
        yaml('ct-own', 'Again'),
        'kind: Secret',
      ].join('\n---\n'),
    );
    expect(await within(dialog).findByText('4 objects found')).toBeVisible();
    const replace = within(dialog).getByRole('checkbox', {
      name: 'Import Renamed',
    });
    expect(replace).not.toBeChecked();
    expect(within(dialog).getAllByRole('checkbox')).toHaveLength(2);
    await user.click(replace);
    await user.click(
      within(dialog).getByRole('button', { name: 'Import 2 types' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Not imported: The webhook says no.',
    );
    expect(sent).toEqual([
      expect.objectContaining({
        name: 'ct-own',
        displayName: 'Renamed',
        resourceVersion: '1',
      }),
    ]);
  });
});
