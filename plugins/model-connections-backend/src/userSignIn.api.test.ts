import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('a cluster that people use with their own sign-in', () => {
  let portal: TestPortal;
  let project: string;
  const connections = () =>
    `/clusters/personal/namespaces/${project}/connections`;
  const HEADER = 'backstage-kubernetes-authorization-oidc-okta';

  beforeAll(async () => {
    portal = await startTestPortal({
      databaseFiles: true,
      denied: ['modelConnections.connection.delete'],
      clusters: [
        {
          name: 'personal-down',
          url: 'http://127.0.0.1:1',
          authProvider: 'oidc',
          oidcTokenProvider: 'okta',
        },
      ],
    });
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

  it('is asked with a token that is found nowhere afterwards, whatever the answer', async () => {
    const good = portal.cluster.tokens.admin;
    const bad = plant('refused-token');
    const stray = plant('stray-token');
    await portal
      .call('post', connections())
      .set(HEADER, good)
      .send({ ...minioModels('s'), name: 'kept' })
      .expect(201);
    const { body: immutable } = await portal.cluster.request(
      'PATCH',
      `/api/v1/namespaces/${project}/secrets/kept`,
      { body: { immutable: true } },
    );
    const { resourceVersion } = immutable.metadata;
    const kept = `${connections()}/kept`;
    const down = `/clusters/personal-down/namespaces/${project}/connections`;
    const calls: [
      'get' | 'post' | 'patch' | 'delete',
      string,
      string,
      number,
      object?,
    ][] = [
      ['get', kept, good, 200],
      ['get', `${kept}/manifest`, good, 200],
      ['get', connections(), good, 200],
      ['get', '/clusters', good, 200],
      ['post', connections(), good, 400, {}],
      ['get', kept, bad, 401],
      ['post', connections(), bad, 401, minioModels('s')],
      ['delete', kept, good, 403],
      ['get', `${connections()}/none`, good, 404],
      ['post', connections(), good, 409, { ...minioModels('s'), name: 'kept' }],
      ['patch', kept, good, 409, { resourceVersion: '1', displayName: 'x' }],
      [
        'patch',
        kept,
        good,
        422,
        { resourceVersion, values: { AWS_S3_BUCKET: 'other' } },
      ],
      ['get', down, good, 502],
      ['post', down, good, 502, minioModels('s')],
    ];
    const said: string[] = [];
    for (const [method, url, token, status, body] of calls) {
      const response = await portal
        .call(method, url)
        .set(HEADER, token)
        .set('backstage-kubernetes-authorization-google', stray)
        .send(body);
      expect([method, url, response.status]).toEqual([method, url, status]);
      said.push(JSON.stringify(response.headers), response.text);
    }
    const files = readdirSync(portal.databaseDirectory, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(path.join(entry.parentPath, entry.name)));
    const places = {
      answers: said.join('\n'),
      output: portal.output(),
      databases: Buffer.concat(files).toString('latin1'),
    };
    // That these are the places at all.
    expect(places.answers).toContain('minio');
    const updates = await portal.auditEvents('connection-update');
    expect(updates.length).toBeGreaterThan(1);
    expect(places.databases).toContain('user:default/guest');
    for (const token of [good, bad, stray]) {
      const forms = [token, Buffer.from(token).toString('base64')];
      for (const [place, text] of Object.entries(places)) {
        const found = forms.some(form => text.includes(form));
        expect([place, token, found]).toEqual([place, token, false]);
      }
    }
  });
});
