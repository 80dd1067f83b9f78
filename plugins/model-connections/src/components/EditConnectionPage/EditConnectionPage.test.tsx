import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  Connection,
  UNCHANGEABLE_SECRET_ERROR,
} from '@mooring/backstage-plugin-model-connections-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expiredRootCa, rootCa } from '@mooring/test-certificates';
import {
  builtInTypes,
  dependentFixture,
  storedConnectionFixture,
} from '../../__testUtils__/fixtures';
import { MockBackend, refuse, routes } from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';

const server = setupServer();
const textbox = (name: string | RegExp) =>
  screen.getByRole('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('EditConnectionPage', () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let patches: Record<string, unknown>[];
  const store = (overrides: Partial<Connection> = {}) => {
    backend.connections = [storedConnectionFixture(overrides)];
  };
  beforeEach(() => {
    backend = new MockBackend();
    store();
    patches = [];
    server.use(
      ...backend.handlers,
      http.patch(routes.connection, async ({ request }) => {
        patches.push((await request.json()) as Record<string, unknown>);
        return HttpResponse.json(backend.connections[0]);
      }),
    );
  });
  const open = async () => {
    const user = userEvent.setup();
    renderPage(<ConnectionsRouter />, {
      at: '/edit/minio?cluster=prod&namespace=team-a',
    });
    await screen.findByRole('heading', { name: /MinIO models/ });
    return { user };
  };
  const type = async (
    user: ReturnType<typeof userEvent.setup>,
    name: string,
    text: string,
  ) => {
    await user.clear(textbox(name));
    await user.type(textbox(name), text);
  };

  it('writes what was changed and nothing else, and marks the row', async () => {
    const { user } = await open();
    expect(textbox(/Resource name/)).toHaveAttribute('readonly');
    await type(user, 'Region', 'eu-central-1');
    await user.click(button('Replace Secret key'));
    const secret = screen.getByLabelText(/Secret key/, { selector: 'input' });
    expect(secret).toHaveFocus();
    await user.type(secret, 'rotated');
    await user.clear(textbox('Bucket'));
    await user.click(button('Save'));
    expect(
      await screen.findByRole('searchbox', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(patches).toEqual([
      {
        resourceVersion: '1',
        values: {
          AWS_DEFAULT_REGION: 'eu-central-1',
          AWS_SECRET_ACCESS_KEY: 'rotated',
        },
        remove: ['AWS_S3_BUCKET'],
      },
    ]);
    expect(
      await screen.findByText('MinIO models is saved and marked in the list.'),
    ).toBeInTheDocument();
  });

  it('keeps a hidden value unless a new one is typed, and says so', async () => {
    const { user } = await open();
    await user.click(button('Replace Secret key'));
    await user.click(button('Save'));
    expect(
      await screen.findByText('Type the new value, or keep the stored one.'),
    ).toBeInTheDocument();
    await user.click(button('Keep the stored value of Secret key'));
    expect(button('Replace Secret key')).toHaveFocus();
    // It is required.
    expect(
      screen.queryByRole('button', { name: 'Remove Secret key' }),
    ).toBeNull();
    await user.type(textbox('Description'), 'Weights');
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([{ resourceVersion: '1', description: 'Weights' }]);
  });

  it('asks before leaving only where something is typed', async () => {
    const { user } = await open();
    await type(user, 'Region', 'x');
    await user.click(button('Cancel'));
    await user.click(
      await screen.findByRole('button', { name: 'Keep editing' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await type(user, 'Region', 'us-east-1');
    await user.click(button('Cancel'));
    expect(await screen.findByRole('searchbox')).toBeInTheDocument();
    expect(patches).toEqual([]);
  });

  it('explains what the type has beyond the connection, and the other way round', async () => {
    const [s3] = builtInTypes;
    backend.types = [
      {
        ...s3,
        enabled: false,
        fields: [
          ...s3.fields,
          {
            type: 'short-text',
            name: 'Tenant',
            envVar: 'TENANT',
            required: true,
          },
        ],
      },
    ];
    const { values } = storedConnectionFixture();
    store({ values: { ...values, LEGACY: { isSet: true } } });
    const { user } = await open();
    const notes = screen.getAllByRole('note').map(note => note.textContent);
    expect(notes.join()).toMatch(/asks for more.*Tenant/);
    expect(notes.join()).toMatch(/is disabled/);
    const others = screen.getByRole('region', { name: 'Other keys' });
    expect(others).toHaveTextContent('LEGACYSet, never shown');

    // Names can change without it, values cannot.
    await type(user, 'Region', 'x');
    await user.click(button('Save'));
    expect(
      await screen.findByText('Tenant needs attention.'),
    ).toBeInTheDocument();
    expect(textbox(/Tenant/)).toHaveFocus();
    await user.type(textbox(/Tenant/), 'a');
    await user.click(button('Remove LEGACY'));
    expect(button('Keep LEGACY after all')).toHaveFocus();
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([
      {
        resourceVersion: '1',
        values: { AWS_DEFAULT_REGION: 'x', TENANT: 'a' },
        remove: ['LEGACY'],
      },
    ]);
  });

  describe('where the type has defaults for what is not stored', () => {
    const field = (name: string, defaultValue: string, required = false) => ({
      type: 'short-text' as const,
      name,
      envVar: name.toUpperCase(),
      required,
      properties: { defaultValue },
    });
    const typeAsksFor = (...fields: ReturnType<typeof field>[]) => {
      const [s3] = builtInTypes;
      backend.types = [{ ...s3, fields: [...s3.fields, ...fields] }];
    };
    const unchanged = /Nothing is changed yet/;

    it('writes an optional one only for who uses it', async () => {
      typeAsksFor(field('Tier', 'gold'), field('Zone', 'a'));
      const { user } = await open();
      // It may have been cleared on purpose.
      expect(textbox('Tier')).toHaveValue('');
      expect(screen.getByText(/type is not stored: gold/)).toBeInTheDocument();
      expect(screen.getByText(unchanged)).toBeInTheDocument();
      await type(user, 'Region', 'x');
      await user.click(button('Use the default of Tier'));
      expect(textbox('Tier')).toHaveValue('gold');
      expect(textbox('Tier')).toHaveFocus();
      expect(
        screen.queryByRole('button', { name: 'Use the default of Tier' }),
      ).toBeNull();
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        {
          resourceVersion: '1',
          values: { AWS_DEFAULT_REGION: 'x', TIER: 'gold' },
        },
      ]);
    });

    it('fills in a required one, and writes it with values only', async () => {
      typeAsksFor(field('Tier', 'gold', true), field('Zone', 'a'));
      const { user } = await open();
      expect(textbox(/Tier/)).toHaveValue('gold');
      expect(screen.getByText(/has a default for it: Tier\./)).toBeVisible();
      expect(screen.getByText(unchanged)).toBeInTheDocument();
      await user.type(textbox('Description'), 'Weights');
      expect(screen.getByText('Unsaved changes')).toBeInTheDocument();
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      await user.click(screen.getByRole('link', { name: 'MinIO models' }));
      await screen.findByRole('textbox', { name: 'Region' });
      await type(user, 'Region', 'x');
      expect(
        screen.getByText(/1 default of the type is saved with them/),
      ).toBeInTheDocument();
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        { resourceVersion: '1', description: 'Weights' },
        {
          resourceVersion: '1',
          values: { AWS_DEFAULT_REGION: 'x', TIER: 'gold' },
        },
      ]);
    });

    it('writes nothing where nothing was typed, and a required one alone where it is asked for', async () => {
      typeAsksFor(field('Tier', 'gold', true));
      const { user } = await open();
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([]);
      await user.click(screen.getByRole('link', { name: 'MinIO models' }));
      await user.click(
        await screen.findByRole('button', { name: 'Use the default of Tier' }),
      );
      expect(screen.queryByText(unchanged)).toBeNull();
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        { resourceVersion: '1', values: { TIER: 'gold' } },
      ]);
    });
  });

  it('reads how S3 is read, and writes what changed of it', async () => {
    store({
      s3: {
        verifyTls: false,
        caConfigMap: 'minio-ca',
        caCertificate: expiredRootCa,
        caVersion: '11',
      },
    });
    backend.dependents = [dependentFixture({ name: 'qwen' })];
    const { user } = await open();
    const part = screen.getByRole('region', { name: 'Advanced' });
    expect(part).toHaveTextContent('Own CA certificate · TLS is not verified');
    await user.click(button('Advanced'));
    expect(part).toHaveTextContent('In the ConfigMap minio-ca');
    expect(part).toHaveTextContent(/Expired Root CA expired on/);
    const toggle = screen.getByRole('checkbox', { name: 'Verify TLS' });
    expect(toggle).not.toBeChecked();
    await user.click(toggle);
    expect(await screen.findByText('Will need a restart')).toBeInTheDocument();
    await user.click(button('Remove the content of CA certificate'));
    await user.click(button('Keep the stored certificate'));
    await user.click(button('Remove the content of CA certificate'));
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([
      {
        resourceVersion: '1',
        caVersion: '11',
        s3: { verifyTls: true, caCertificate: '' },
      },
    ]);
  });

  it('has saved, and says so, where something of the former state was left', async () => {
    const left = 'The ConfigMap "minio-ca" may be left: Busy.';
    server.use(
      http.patch(routes.connection, () =>
        HttpResponse.json({ ...backend.connections[0], warnings: [left] }),
      ),
    );
    const { user } = await open();
    await type(user, 'Region', 'x');
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(await screen.findByText(left)).toBeInTheDocument();
    expect(screen.queryByText(/Not saved/)).toBeNull();
  });

  it('says why a certificate cannot be shown', async () => {
    const caProblem = 'There is no ConfigMap "minio-ca".';
    store({ s3: { caConfigMap: 'minio-ca', caProblem } });
    const { user } = await open();
    await user.click(button('Advanced'));
    expect(screen.getByText(caProblem)).toBeInTheDocument();
    await user.click(button('Remove the CA certificate'));
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([
      { resourceVersion: '1', s3: { caCertificate: '' } },
    ]);
  });

  it('keeps all keys where the type is gone', async () => {
    backend.types = [];
    store({ values: { A: { isSet: true }, B: { isSet: true } } });
    const { user } = await open();
    expect(
      screen.getByText(/Its type ct-s3-storage no longer exists/),
    ).toBeInTheDocument();
    await type(user, 'Display name', 'Renamed');
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([{ resourceVersion: '1', displayName: 'Renamed' }]);
  });

  it('only shows what something else manages, and names it', async () => {
    store({
      managedBy: { kind: 'ExternalSecret', name: 'vault' },
      allowedActions: ['use'],
      valuesInAnnotation: true,
    });
    await open();
    expect(
      screen.getByText(/written by ExternalSecret vault/),
    ).toBeInTheDocument();
    expect(screen.getByText('minio-user')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.getByRole('region', { name: /Command/ })).toHaveTextContent(
      'kubectl annotate secret minio --namespace team-a kubectl.kubernetes.io/last-applied-configuration-',
    );
  });

  it('puts a refusal to its field, also where the value is never shown', async () => {
    server.use(
      http.patch(routes.connection, () =>
        refuse(400, 'A stored secret is not sent to a new destination.', [
          { field: 'AWS_SECRET_ACCESS_KEY', message: 'Type it again.' },
        ]),
      ),
    );
    const { user } = await open();
    await type(user, 'Region', 'x');
    await user.click(button('Save'));
    expect(await screen.findByText('Type it again.')).toBeInTheDocument();
    expect(button('Replace Secret key')).toHaveFocus();
    expect(textbox('Region')).toHaveValue('x');
  });

  it('offers a copy where the Secret can never take the change', async () => {
    server.use(
      // Of a webhook, which may like another region.
      http.patch(routes.connection, () => refuse(422, 'Not that region.'), {
        once: true,
      }),
      http.patch(routes.connection, () =>
        refuse(422, 'It is immutable.', undefined, UNCHANGEABLE_SECRET_ERROR),
      ),
    );
    const { user } = await open();
    await type(user, 'Region', 'x');
    await user.click(button('Save'));
    await screen.findByText('Not saved: Not that region.');
    expect(screen.queryByRole('button', { name: 'Duplicate…' })).toBeNull();
    await user.click(button('Save'));
    await user.click(await screen.findByRole('button', { name: 'Duplicate…' }));
    expect(
      await screen.findByRole('dialog', { name: 'Duplicate MinIO models' }),
    ).toBeInTheDocument();
  });

  describe('when somebody else saved meanwhile', () => {
    const conflictOnce = (theirs: Partial<Connection>) =>
      server.use(
        http.patch(
          routes.connection,
          () => {
            store({ resourceVersion: '2', ...theirs });
            return refuse(409, 'Changed since it was read.');
          },
          { once: true },
        ),
      );

    it('saves again without a word where it was only a check', async () => {
      conflictOnce({ lastCheck: { status: 'ok', at: '2026-02-02T00:00:00Z' } });
      const { user } = await open();
      await type(user, 'Region', 'x');
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        { resourceVersion: '2', values: { AWS_DEFAULT_REGION: 'x' } },
      ]);
    });

    it('shows both versions field by field, never a hidden value, and saves the mix', async () => {
      const { values } = storedConnectionFixture();
      conflictOnce({
        contentChangedAt: '2026-02-02T09:38:00Z',
        values: {
          ...values,
          AWS_S3_BUCKET: { value: 'models-prod' },
          AWS_DEFAULT_REGION: { value: 'eu-central-1' },
        },
      });
      const { user } = await open();
      await type(user, 'Bucket', 'models-eu');
      await user.type(textbox('Description'), 'Weights');
      await user.click(button('Replace Secret key'));
      await user.type(
        screen.getByLabelText(/Secret key/, { selector: 'input' }),
        'planted-secret',
      );
      await user.click(button('Save'));
      const dialog = await screen.findByRole('dialog', {
        name: 'This connection was saved while you edited it',
      });
      expect(dialog).not.toHaveTextContent('planted-secret');
      expect(dialog).toHaveTextContent(
        '3 fields are the same: Display name, Endpoint, Access key.',
      );
      const group = (name: string) =>
        within(within(dialog).getByRole('radiogroup', { name }));
      const radio = (name: string, side: number) =>
        group(name).getAllByRole('radio')[side];
      expect(radio('Description', 1)).toBeChecked();
      expect(radio('Region', 0)).toBeChecked();
      const save = within(dialog).getByRole('button', {
        name: 'Save this mix',
      });
      expect(save).toBeDisabled();
      await user.click(radio('Bucket', 0));
      await user.click(radio('Secret key', 1));
      await user.click(save);
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        {
          resourceVersion: '2',
          description: 'Weights',
          values: { AWS_SECRET_ACCESS_KEY: 'planted-secret' },
        },
      ]);
    });

    it.each([
      ['kubectl-edit', /changed with kubectl-edit on .*2026/],
      ['mooring', /Somebody saved it in the portal on .*2026/],
    ])('says that %s wrote it, and when', async (manager, text) => {
      store({ s3: { anonymous: false } });
      conflictOnce({
        s3: { anonymous: true },
        lastWrite: { manager, at: '2026-02-02T09:38:00Z' },
      });
      const { user } = await open();
      await type(user, 'Region', 'x');
      await user.click(button('Save'));
      const dialog = await screen.findByRole('dialog');
      expect(dialog).toHaveTextContent(text);
      const group = within(dialog).getByRole('radiogroup', {
        name: 'Anonymous',
      });
      expect(group).toHaveTextContent('Off');
      expect(within(group).getAllByRole('radio')[0]).toBeChecked();
    });

    it('shows a certificate that somebody has rotated, and overwrites it only where that is chosen', async () => {
      const before = { caConfigMap: 'minio-ca', caCertificate: expiredRootCa };
      store({ s3: { ...before, caVersion: '11' } });
      // In the ConfigMap alone: the Secret is as it was.
      conflictOnce({
        resourceVersion: '1',
        s3: { ...before, caCertificate: rootCa, caVersion: '12' },
      });
      const { user } = await open();
      await user.click(button('Advanced'));
      await user.click(button('Remove the content of CA certificate'));
      await user.click(button('Save'));
      const dialog = await screen.findByRole('dialog');
      const group = within(dialog).getByRole('radiogroup', {
        name: 'CA certificate',
      });
      const radios = within(group).getAllByRole('radio');
      expect(radios.some(radio => (radio as HTMLInputElement).checked)).toBe(
        false,
      );
      await user.click(radios[1]);
      await user.click(
        within(dialog).getByRole('button', { name: 'Save this mix' }),
      );
      await screen.findByRole('searchbox');
      expect(patches).toEqual([
        { resourceVersion: '1', caVersion: '12', s3: { caCertificate: '' } },
      ]);
    });

    it('takes theirs where mine is discarded', async () => {
      conflictOnce({ description: 'Theirs' });
      const { user } = await open();
      await user.type(textbox('Description'), 'Mine');
      await user.click(button('Save'));
      await user.click(
        await screen.findByRole('button', { name: 'Discard mine' }),
      );
      await waitFor(() => expect(textbox('Description')).toHaveValue('Theirs'));
      await user.click(button('Save'));
      await screen.findByRole('searchbox');
      expect(patches).toEqual([]);
    });

    it('says when it was deleted', async () => {
      server.use(http.patch(routes.connection, () => refuse(404, 'Gone.')));
      const { user } = await open();
      await type(user, 'Region', 'x');
      await user.click(button('Save'));
      expect(
        await screen.findByText(/Somebody deleted this connection meanwhile/),
      ).toBeInTheDocument();
      expect(textbox('Region')).toHaveValue('x');
    });
  });

  it('says what each service will need, and applies it after saving', async () => {
    const applied: unknown[] = [];
    backend.dependents = [
      dependentFixture({ name: 'qwen' }),
      dependentFixture({
        name: 'account',
        kind: 'ServiceAccount',
        ready: undefined,
        allowedActions: [],
      }),
    ];
    server.use(
      http.patch(routes.connection, () => {
        backend.dependents[0] = { ...backend.dependents[0], drift: 'redeploy' };
        return HttpResponse.json(backend.connections[0]);
      }),
      http.post(routes.apply, async ({ request }) => {
        applied.push(await request.json());
        backend.dependents[0] = { ...backend.dependents[0], drift: undefined };
        return HttpResponse.json({
          items: [
            { kind: 'InferenceService', name: 'qwen', applied: 'redeployed' },
          ],
        });
      }),
    );
    const { user } = await open();
    const usedBy = screen.getByRole('region', { name: 'Used by' });
    await within(usedBy).findByText('qwen');
    await type(user, 'Region', 'x');
    expect(usedBy).toHaveTextContent('Will need a restart');
    await type(user, 'Bucket', 'other');
    expect(usedBy).toHaveTextContent('Will need a redeployment');
    await user.click(within(usedBy).getByRole('checkbox'));
    await user.click(button('Save and apply'));
    const drawer = await screen.findByRole('dialog', {
      name: 'Used by: MinIO models',
    });
    expect(
      await within(drawer).findByText('Done: 1 service has caught up.'),
    ).toBeInTheDocument();
    expect(applied).toEqual([
      { dependents: [{ kind: 'InferenceService', name: 'qwen' }] },
    ]);
    await user.click(within(drawer).getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('searchbox')).toBeInTheDocument();
  });

  it('forgets to apply once nothing is changed that a service would notice', async () => {
    const applied: unknown[] = [];
    // It is behind for another reason.
    backend.dependents = [dependentFixture({ name: 'qwen', drift: 'restart' })];
    server.use(
      http.post(routes.apply, async ({ request }) => {
        applied.push(await request.json());
        return HttpResponse.json({ items: [] });
      }),
    );
    const { user } = await open();
    const usedBy = screen.getByRole('region', { name: 'Used by' });
    await within(usedBy).findByText('qwen');
    await type(user, 'Region', 'x');
    await user.click(within(usedBy).getByRole('checkbox'));
    expect(button('Save and apply')).toBeInTheDocument();
    await type(user, 'Region', 'us-east-1');
    await user.type(textbox('Description'), 'Weights');
    expect(within(usedBy).queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save and apply' })).toBeNull();

    // What comes back later has to be asked for again.
    await type(user, 'Region', 'x');
    expect(within(usedBy).getByRole('checkbox')).not.toBeChecked();
    await type(user, 'Region', 'us-east-1');
    await user.click(button('Save'));
    expect(await screen.findByRole('searchbox')).toBeInTheDocument();
    expect(patches).toEqual([{ resourceVersion: '1', description: 'Weights' }]);
    expect(applied).toEqual([]);
  });

  it('applies nothing where a conflict leaves nothing of what services would notice', async () => {
    const applied: unknown[] = [];
    backend.dependents = [dependentFixture({ name: 'qwen', drift: 'restart' })];
    const { values } = storedConnectionFixture();
    server.use(
      http.patch(
        routes.connection,
        () => {
          store({
            resourceVersion: '2',
            values: { ...values, AWS_DEFAULT_REGION: { value: 'eu' } },
          });
          return refuse(409, 'Changed since it was read.');
        },
        { once: true },
      ),
      http.post(routes.apply, async ({ request }) => {
        applied.push(await request.json());
        return HttpResponse.json({ items: [] });
      }),
    );
    const { user } = await open();
    const usedBy = screen.getByRole('region', { name: 'Used by' });
    await within(usedBy).findByText('qwen');
    await type(user, 'Region', 'x');
    await user.type(textbox('Description'), 'Weights');
    await user.click(within(usedBy).getByRole('checkbox'));
    await user.click(button('Save and apply'));
    const dialog = await screen.findByRole('dialog');
    const region = within(dialog).getByRole('radiogroup', { name: 'Region' });
    await user.click(within(region).getAllByRole('radio')[0]);
    await user.click(
      within(dialog).getByRole('button', { name: 'Save this mix' }),
    );
    expect(await screen.findByRole('searchbox')).toBeInTheDocument();
    expect(patches).toEqual([{ resourceVersion: '2', description: 'Weights' }]);
    expect(applied).toEqual([]);
  });

  it('keeps what was typed while its type is asked for again', async () => {
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    let asked = 0;
    server.use(
      http.get(routes.type, async () => {
        asked += 1;
        if (asked === 1) return refuse(400, 'The cluster is busy.');
        await answered;
        return HttpResponse.json(builtInTypes[0]);
      }),
    );
    const { user } = await open();
    const description = textbox('Description');
    await user.type(description, 'Weights ');
    await user.click(button('Try again'));
    expect(
      await screen.findByRole('progressbar', { name: 'Reading its type' }),
    ).toBeInTheDocument();
    expect(description).toHaveValue('Weights ');
    answer();
    expect(await screen.findByRole('textbox', { name: 'Region' })).toHaveValue(
      'us-east-1',
    );
    expect(description).toBeInTheDocument();
    expect(description).toHaveValue('Weights ');
    await type(user, 'Region', 'x');
    await user.click(button('Save'));
    await screen.findByRole('searchbox');
    expect(patches).toEqual([
      {
        resourceVersion: '1',
        description: 'Weights',
        values: { AWS_DEFAULT_REGION: 'x' },
      },
    ]);
  });
});
