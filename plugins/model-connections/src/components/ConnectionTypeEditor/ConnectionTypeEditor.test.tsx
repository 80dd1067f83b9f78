import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { connectionTypeFixture } from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionTypesRouter } from '../ConnectionTypesRouter';

const server = setupServer();
const own = connectionTypeFixture({ name: 'ct-own' });
const displayName = () =>
  screen.findByRole('textbox', { name: /Display name/ });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the editor of connection types', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let sent: any[];
  beforeEach(() => {
    backend = new MockBackend();
    backend.types = [...backend.types, own];
    sent = [];
    server.use(
      ...backend.handlers,
      http.put(routes.type, async ({ request }) => {
        const type = (await request.json()) as ConnectionType;
        sent.push(type);
        const stored = backend.types.find(({ name }) => name === type.name);
        if (!stored) return refuse(404, 'Gone.');
        return type.resourceVersion === stored.resourceVersion
          ? HttpResponse.json({ ...stored, ...type })
          : refuse(409, 'Changed meanwhile.');
      }),
      http.post(routes.types, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(own, { status: 201 });
      }),
    );
  });
  const open = (path: string) => {
    const user = userEvent.setup();
    renderPage(<ConnectionTypesRouter />, {
      tab: 'connection-types',
      at: `/${path}?cluster=prod`,
    });
    return user;
  };
  const changeMeanwhile = (change: Partial<ConnectionType>) => {
    backend.types = backend.types.map(type =>
      type.name === own.name
        ? { ...own, ...change, resourceVersion: '2' }
        : type,
    );
  };

  it('creates a type whose name follows, says what is wrong as it is typed, and sends what was made', async () => {
    const user = open('create');
    await user.type(await displayName(), 'Own');
    expect(screen.getByText('Another type has this name.')).toBeInTheDocument();
    await user.type(await displayName(), ' two');
    await user.click(button('Create type'));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Correct what is marked first.',
    );
    await user.type(screen.getByLabelText(/Categories/), 'Odd{Enter}');
    await user.click(button('Add field'));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/^Name/), 'Host name');
    expect(within(dialog).getByLabelText(/Environment variable/)).toHaveValue(
      'HOST_NAME',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(
      screen.getByRole('checkbox', { name: 'Host name is required' }),
    );
    await user.click(button('Create type'));
    await screen.findByRole('row', { name: /Own type/ });
    expect(sent).toEqual([
      {
        name: 'ct-own-two',
        displayName: 'Own two',
        categories: ['Odd'],
        enabled: true,
        fields: [
          {
            type: 'short-text',
            name: 'Host name',
            envVar: 'HOST_NAME',
            required: true,
            properties: {},
          },
        ],
      },
    ]);
  });

  it('refuses a variable that is there already, and applies nothing', async () => {
    const user = open('edit/ct-own');
    await displayName();
    await user.click(button('Add field'));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/^Name/), 'Host');
    expect(
      within(dialog).getByLabelText(/Environment variable/),
    ).toHaveAccessibleDescription(/as "Host" has/);
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(within(dialog).getByLabelText(/Environment variable/)).toHaveFocus();
  });

  it('asks before Escape throws away what was entered of a field', async () => {
    const user = open('edit/ct-own');
    await displayName();
    await user.click(button('Add field'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(button('Add field'));
    const name = within(await screen.findByRole('dialog')).getByLabelText(
      /^Name/,
    );
    await user.type(name, 'Port{Escape}');
    await screen.findByRole('dialog', { name: 'Close without applying?' });
    await user.click(button('Keep editing'));
    await waitFor(() =>
      expect(screen.queryByText('Close without applying?')).toBeNull(),
    );
    expect(name).toHaveValue('Port');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('removes a section with or without its fields, and takes it back', async () => {
    const user = open('edit/ct-own');
    await displayName();
    const remove = async () => {
      await user.click(button('Actions for Part'));
      await user.click(
        await screen.findByRole('menuitem', { name: 'Remove section…' }),
      );
      return screen.findByRole('dialog');
    };
    expect(await remove()).toHaveTextContent(/belongs to no section/);
    await user.click(button('Keep the fields'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Move Part' })).toBeNull();
    expect(button('Move Host')).toBeInTheDocument();
    await user.click(button('Undo'));
    await remove();
    await user.click(button('Remove the fields too'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('No fields yet')).toBeInTheDocument();
  });

  it('saves once more without a word when nothing that matters has changed', async () => {
    const user = open('edit/ct-own');
    await user.type(await displayName(), '!');
    changeMeanwhile({});
    await user.click(button('Save'));
    await screen.findByRole('row', { name: /Own type/ });
    expect(sent.map(({ resourceVersion }) => resourceVersion)).toEqual([
      '1',
      '2',
    ]);
  });

  it('compares what two people made of it, and saves the choice on top of theirs', async () => {
    const user = open('edit/ct-own');
    await user.type(await displayName(), ' of mine');
    changeMeanwhile({ displayName: 'Theirs', description: 'New' });
    await user.click(button('Save'));
    const dialog = await screen.findByRole('dialog', {
      name: 'This type was saved while you edited it',
    });
    expect(button('Save this mix')).toBeDisabled();
    await user.click(
      within(
        within(dialog).getByRole('radiogroup', { name: 'Display name' }),
      ).getByRole('radio', { name: /Own type of mine/ }),
    );
    await user.click(button('Save this mix'));
    await screen.findByRole('row', { name: /Theirs/ });
    expect(sent[sent.length - 1]).toMatchObject({
      displayName: 'Own type of mine',
      description: 'New',
      resourceVersion: '2',
    });
  });

  it('gives up the draft for what somebody else saved, and goes on from there', async () => {
    const user = open('edit/ct-own');
    await user.type(await displayName(), ' of mine');
    changeMeanwhile({ displayName: 'Theirs' });
    await user.click(button('Save'));
    await screen.findByRole('dialog');
    await user.click(button('Discard mine'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await displayName()).toHaveValue('Theirs');
    expect(screen.getByText('No changes')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /^Edit/ })).toHaveFocus(),
    );
    await user.type(await displayName(), '!');
    await user.click(button('Save'));
    await screen.findByRole('row', { name: /Theirs/ });
    expect(sent[sent.length - 1]).toMatchObject({
      displayName: 'Theirs!',
      resourceVersion: '2',
    });
  });

  it('lets nothing be changed while it is being saved', async () => {
    let answer = () => {};
    const pending = new Promise<void>(resolve => {
      answer = resolve;
    });
    server.use(
      http.put(routes.type, async () => {
        await pending;
        return refuse(503, 'Busy.');
      }),
    );
    const user = open('edit/ct-own');
    await user.type(await displayName(), '!');
    await user.click(button('Save'));
    const changing = () => [
      screen.getByRole('textbox', { name: /Display name/ }),
      screen.getByRole('checkbox', { name: 'Host is required' }),
      button('Move Host'),
      button('Actions for Host'),
      button('Add field'),
      button('Section'),
      button('Built-in set'),
    ];
    changing().forEach(control => expect(control).toBeDisabled());
    answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('Busy.');
    changing().forEach(control => expect(control).toBeEnabled());
  });

  it('keeps what was typed when the type was deleted meanwhile, and creates it again', async () => {
    const user = open('edit/ct-own');
    await user.type(await displayName(), '!');
    backend.types = backend.types.filter(({ name }) => name !== own.name);
    await user.click(button('Save'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The type was deleted while you edited it.',
    );
    await user.click(button('Create it again'));
    await waitFor(() =>
      expect(sent[sent.length - 1]).toMatchObject({
        name: 'ct-own',
        displayName: 'Own type!',
      }),
    );
    expect(sent[sent.length - 1]).not.toHaveProperty('resourceVersion');
  });

  it('compares with what somebody else created again after it was deleted', async () => {
    const user = open('edit/ct-own');
    await user.type(await displayName(), '!');
    const before = backend.types;
    backend.types = before.filter(({ name }) => name !== own.name);
    await user.click(button('Save'));
    await screen.findByRole('button', { name: 'Create it again' });
    backend.types = before;
    changeMeanwhile({ description: 'By the other' });
    server.use(http.post(routes.types, () => refuse(409, 'Is taken.')));
    await user.click(button('Create it again'));
    await screen.findByRole('dialog', {
      name: 'This type was saved while you edited it',
    });
    await user.click(button('Save this mix'));
    await screen.findByRole('row', { name: /Own type/ });
    expect(sent[sent.length - 1]).toMatchObject({
      displayName: 'Own type!',
      description: 'By the other',
      resourceVersion: '2',
    });
  });

  it('shows and saves a name that is not as ours are', async () => {
    backend.types = [
      connectionTypeFixture({ name: 'plain', displayName: 'Plain' }),
    ];
    const user = open('edit/plain');
    await user.type(await displayName(), '!');
    expect(screen.getByLabelText(/Resource name/)).toHaveValue('plain');
    expect(screen.queryByText('ct-')).toBeNull();
    await user.click(button('Save'));
    await screen.findByRole('row', { name: /Plain/ });
    expect(sent).toEqual([expect.objectContaining({ name: 'plain' })]);
  });

  it('marks a name that the server refuses only until it is another one', async () => {
    server.use(
      http.post(routes.types, () =>
        refuse(409, 'There is one.', [{ field: 'name', message: 'Is taken.' }]),
      ),
    );
    const user = open('create');
    await user.type(await displayName(), 'Elsewhere');
    await user.type(screen.getByLabelText(/Categories/), 'Odd{Enter}');
    await user.click(button('Create type'));
    const name = screen.getByLabelText(/Resource name/);
    await waitFor(() => expect(name).toHaveAccessibleDescription(/Is taken/));
    await user.type(name, '-two');
    expect(name).toBeValid();
    await user.type(name, '{Backspace>4/}');
    expect(name).toHaveAccessibleDescription(/Is taken/);
  });

  it('takes the focus to the first field that is wrong', async () => {
    const [section, host] = own.fields;
    backend.types = [
      { ...own, fields: [section, host, { ...host, name: 'Twice' }] },
    ];
    const user = open('edit/ct-own');
    await user.type(await displayName(), '!');
    await user.click(button('Save'));
    expect(button('Actions for Twice')).toHaveFocus();
    await user.clear(await displayName());
    await user.click(button('Save'));
    expect(await displayName()).toHaveFocus();
    expect(sent).toEqual([]);
  });

  it('does not edit what is locked, and offers a copy', async () => {
    backend.types = backend.types.map(type => ({
      ...type,
      preinstalled: true,
      allowedActions: ['enable'],
    }));
    open('edit/ct-own');
    expect(
      await screen.findByText('This connection type cannot be edited'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Duplicate instead' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining(
        '/connection-types/duplicate/ct-own?cluster=prod',
      ),
    );
  });
});
