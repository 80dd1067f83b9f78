import { OAuthApi, OpenIdConnectApi } from '@backstage/core-plugin-api';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { KubernetesAuthProviders } from '@backstage/plugin-kubernetes-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  clusterFixture,
  connectionFixture,
} from '../../__testUtils__/fixtures';
import {
  MockBackend,
  refuse,
  refuseSignIn,
  routes,
} from '../../__testUtils__/mockBackend';
import { renderPage } from '../../__testUtils__/renderPage';
import { ConnectionsRouter } from '../ConnectionsRouter';
import { EntityConnections } from '../EntityConnections';

const server = setupServer();
const HEADER = 'Backstage-Kubernetes-Authorization-oidc-okta';
const MISSING = 'Your own sign-in "okta" is missing.';
const AT = '?cluster=mine&namespace=team-a';

/** Signs in as the test says; what it hands out is worth looking for everywhere. */
class Okta {
  token = 'planted-okta-token';
  isRefused = false;
  asked = 0;

  async getIdToken() {
    this.asked += 1;
    if (this.isRefused) {
      throw new Error('Login failed, rejected by user');
    }
    return this.token;
  }
}

describe("a cluster with the person's own sign-in", () => {
  registerMswTestHooks(server);
  let backend: MockBackend;
  let okta: Okta;
  let requests: Request[];

  beforeEach(() => {
    backend = new MockBackend();
    backend.clusters = [
      clusterFixture(),
      clusterFixture({
        name: 'mine',
        title: 'My cluster',
        authProvider: 'oidc',
        oidcTokenProvider: 'okta',
      }),
    ];
    backend.connections = [connectionFixture({ name: 'minio' })];
    okta = new Okta();
    requests = [];
    server.use(
      // As the server does: a call on such a cluster is refused without the token.
      http.all(`${routes.cluster}/*`, ({ request, params }) =>
        params.cluster === 'mine' &&
        request.headers.get(HEADER) !== 'planted-okta-token'
          ? refuseSignIn(MISSING)
          : undefined,
      ),
      ...backend.handlers,
    );
    server.events.removeAllListeners();
    server.events.on('request:start', ({ request }) => {
      requests.push(request);
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const authProviders = () =>
    new KubernetesAuthProviders({
      googleAuthApi: {} as OAuthApi,
      microsoftAuthApi: {} as OAuthApi,
      oidcProviders: { okta: okta as unknown as OpenIdConnectApi },
    });
  const open = (at = AT, options = { authProviders: authProviders() }) => {
    const { storage } = renderPage(<ConnectionsRouter />, { at, ...options });
    return { user: userEvent.setup(), storage };
  };
  const tokensByPath = () =>
    requests.map(request => [
      new URL(request.url).pathname.replace(/^.*v1/, ''),
      request.headers.get(HEADER),
    ]);
  const signInButton = () =>
    screen.findByRole('button', { name: 'Sign in with okta' });

  it('gets the token with each call, and no other cluster does', async () => {
    const logs = (['log', 'warn', 'error', 'info', 'debug'] as const).map(
      level => jest.spyOn(console, level),
    );
    const { user, storage } = open();
    await screen.findByRole('row', { name: /minio/ });
    expect(tokensByPath().sort()).toEqual([
      ['/clusters', null],
      ...[
        'connection-types',
        'namespaces',
        'namespaces/team-a/connections',
        'namespaces/team-a/dependents',
      ]
        .map(path => `/clusters/mine/${path}`)
        .map(path => [path, okta.token]),
    ]);
    expect(okta.asked).toBeGreaterThan(0);
    const { asked } = okta;
    const before = requests.length;
    await user.click(screen.getByRole('button', { name: /Cluster/ }));
    await user.click(screen.getByRole('option', { name: 'Production' }));
    await waitFor(() =>
      expect(tokensByPath()).toContainEqual([
        '/clusters/prod/namespaces/-/connections',
        null,
      ]),
    );
    expect(
      tokensByPath()
        .slice(before)
        .map(([, token]) => token),
    ).not.toContain(okta.token);
    expect(okta.asked).toBe(asked);

    const kept = JSON.stringify([
      storage.forBucket('model-connections').snapshot('project').value,
      { ...window.localStorage },
      { ...window.sessionStorage },
      document.body.innerHTML,
      requests.map(({ url }) => url),
      logs.flatMap(log => log.mock.calls.map(String)),
    ]);
    expect(kept).not.toContain(okta.token);
  });

  it('is asked for once when it is refused, and loads everything once one has signed in', async () => {
    okta.isRefused = true;
    const { user } = open();
    const state = await screen.findByRole('alert');
    expect(state).toHaveTextContent('Sign in to My cluster');
    expect(state).toHaveTextContent(MISSING);
    expect(okta.asked).toBe(1);
    expect(screen.getByRole('textbox', { name: /Project/ })).toHaveValue(
      'team-a',
    );

    await user.click(await signInButton());
    expect(
      await screen.findByText(/Signing in did not work: Login failed/),
    ).toBeInTheDocument();
    expect(okta.asked).toBe(2);

    okta.isRefused = false;
    await user.click(await signInButton());
    const row = await screen.findByRole('row', { name: /minio/ });
    await waitFor(() => expect(row).toHaveTextContent('S3 storage'));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('textbox', { name: /Project/ }));
    expect(
      await screen.findByRole('option', { name: 'team-b' }),
    ).toBeInTheDocument();
  });

  it('keeps the rows when the sign-in has run out meanwhile, and loads again after it', async () => {
    const { user } = open();
    await screen.findByRole('row', { name: /minio/ });
    okta.token = 'expired';
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(MISSING);
    expect(screen.getByRole('row', { name: /minio/ })).toBeVisible();
    okta.token = 'planted-okta-token';
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByRole('row', { name: /minio/ })).toBeVisible();
  });

  it('is not blamed for a sign-in to the portal that has run out', async () => {
    server.use(
      http.get(routes.connections, () => refuse(401, 'Missing credentials')),
    );
    open();
    expect(await screen.findByText('Missing credentials')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('says that the portal lacks the Kubernetes plugin', async () => {
    renderPage(<ConnectionsRouter />, { at: AT });
    const state = await screen.findByRole('alert');
    expect(state).toHaveTextContent(
      /Nobody can sign in to My cluster.*is missing.*install @backstage\/plugin-kubernetes/,
    );
    expect(within(state).queryByRole('button')).toBeNull();
  });

  it('says that the Kubernetes plugin knows no such sign-in', async () => {
    backend.clusters[1].oidcTokenProvider = 'corporate';
    open();
    const state = await screen.findByRole('alert');
    expect(state).toHaveTextContent(
      /Nobody can sign in to My cluster.*knows no sign-in "corporate"/,
    );
    expect(within(state).queryByRole('button')).toBeNull();
  });

  it('shows the way to sign in on the tab of an entity', async () => {
    okta.isRefused = true;
    renderPage(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'qwen',
            annotations: {
              'backstage.io/kubernetes-cluster': 'mine',
              'backstage.io/kubernetes-namespace': 'team-a',
            },
          },
        }}
      >
        <EntityConnections />
      </EntityProvider>,
      { authProviders: authProviders() },
    );
    const button = await signInButton();
    expect(okta.asked).toBe(1);
    okta.isRefused = false;
    await userEvent.click(button);
    expect(await screen.findByRole('row', { name: /minio/ })).toBeVisible();
  });

  it('loses nothing that was typed when the token is missing in the end', async () => {
    server.use(
      http.post(routes.connections, async ({ request }) => {
        if (request.headers.get(HEADER) !== 'planted-okta-token') {
          return refuseSignIn(MISSING);
        }
        const body = (await request.json()) as { name: string };
        const made = connectionFixture({ ...body, cluster: 'mine' });
        return HttpResponse.json(
          { ...made, values: {}, valuesInAnnotation: false },
          { status: 201 },
        );
      }),
    );
    const { user } = open(`/create${AT}`);
    await user.click(await screen.findByRole('radio', { name: /URI/ }));
    const name = screen.getByRole('textbox', { name: /Display name/ });
    await user.type(name, 'Weights');
    const uri = screen.getByRole('textbox', { name: /^URI/ });
    await user.type(uri, 'https://models.test/weights');
    okta.isRefused = true;
    await user.click(screen.getByRole('button', { name: 'Create' }));
    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent(`Not created: ${MISSING}`);
    expect(name).toHaveValue('Weights');
    expect(uri).toHaveValue('https://models.test/weights');

    okta.isRefused = false;
    await user.click(within(problem).getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(uri).toHaveValue('https://models.test/weights');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByText('Weights is created')).toBeInTheDocument();
  });
});
