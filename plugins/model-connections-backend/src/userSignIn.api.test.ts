import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('a cluster that people use with their own sign-in', () => {
  let portal: TestPortal;
  let project: string;
  const connections = () =>
    `/clusters/personal/namespaces/${project}/connections`;
  const HEADER = 'backstage-kubernetes-authorization-oidc-okta';

  beforeAll(async () => {
    portal = await startTestPortal();
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    project = await createProject(portal.cluster);
  });
  afterAll(async () => await portal.stop());

  it('is asked as that person, whose token goes nowhere else', async () => {
    const token = portal.cluster.tokens.admin;
    portal.wire.clear();
    const { body } = await portal
      .call('post', connections())
      .set(HEADER, token)
      .set('backstage-kubernetes-authorization-google', 'another-token')
      .send(minioModels('s'))
      .expect(201);
    expect(body.creator).toBe('user:default/guest');
    expect(portal.wire.exchanges.length).toBeGreaterThan(0);
    for (const { requestHeaders } of portal.wire.exchanges) {
      expect(requestHeaders.authorization).toBe(`Bearer ${token}`);
      expect(JSON.stringify(requestHeaders)).not.toContain('another-token');
    }
    portal.wire.clear();
    await portal
      .call('get', '/clusters/local/connection-types')
      .set(HEADER, token)
      .expect(200);
    const [{ requestHeaders }] = portal.wire.exchanges;
    expect(requestHeaders.authorization).toBe(
      `Bearer ${portal.cluster.tokens.backstage}`,
    );
    expect(portal.output()).not.toContain(token);
    expect(portal.output()).not.toContain('another-token');
  });

  it('says which sign-in is missing, or no longer good', async () => {
    portal.wire.clear();
    const missing = await portal.call('get', connections()).expect(401);
    expect(missing.body.error.message).toMatch(/"okta", which is missing/);
    expect(portal.wire.exchanges).toEqual([]);
    const refused = await portal
      .call('get', connections())
      .set(HEADER, 'expired')
      .expect(401);
    expect(refused.body.error.message).toMatch(/sign in again/);
    expect(refused.text).not.toContain('expired"');
  });
});
