import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const WITHOUT_PROXY = 'user:default/without-proxy';

describe('a portal that asks kubernetes.proxy for people as well', () => {
  let portal: TestPortal;
  let connections: string;
  const account = () => ({
    authorization: `Bearer ${portal.cluster.tokens.backstage}`,
  });

  beforeAll(async () => {
    portal = await startTestPortal({
      config: { kubernetes: { proxyIdentity: 'user' } },
      people: { [WITHOUT_PROXY]: { denied: ['kubernetes.proxy'] } },
    });
    const project = await createProject(portal.cluster);
    connections = `/clusters/local/namespaces/${project}/connections`;
  });
  afterAll(async () => await portal.stop());

  it('serves who has it, with the same account in the cluster', async () => {
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    portal.wire.clear();
    await portal.call('post', connections).send(minioModels('s')).expect(201);
    for (const { requestHeaders } of portal.wire.exchanges) {
      expect(requestHeaders).toMatchObject(account());
    }
  });

  it('tells who has not that the portal refuses, and not the cluster', async () => {
    const as = { token: await portal.signIn(WITHOUT_PROXY) };
    portal.wire.clear();
    const { body } = await portal.call('get', connections, as).expect(403);
    expect(body.error.message).toMatch(
      /The portal's policy .* permission kubernetes\.proxy, .*The cluster itself was not asked/,
    );
    expect(body.error.message).not.toContain('RBAC');
    expect(portal.wire.exchanges).toEqual([]);
    const clusters = await portal.call('get', '/clusters', as).expect(200);
    expect(clusters.body.items[0].name).toBe('local');
  });

  it('lets services of the portal list still', async () => {
    portal.wire.clear();
    await portal.call('get', connections, 'service').expect(200);
    expect(portal.wire.exchanges[0].requestHeaders).toMatchObject(account());
  });
});
