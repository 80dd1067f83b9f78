import { builtInConnectionTypes } from '@mooring/backstage-plugin-model-connections-common';
import { createProject, plant } from './__testUtils__/connectionFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('clusters and connection types', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startTestPortal({
      config: { clusters: { local: { namespaces: ['configured'] } } },
    });
  });
  afterAll(async () => await portal.stop());

  it('lists the clusters of the Kubernetes plugin, and why one cannot be used', async () => {
    const { body } = await portal.call('get', '/clusters').expect(200);
    expect(body.items).toEqual([
      {
        name: 'local',
        title: portal.cluster.title,
        authProvider: 'serviceAccount',
        conventions: { read: ['alauda', 'open-data-hub'], write: 'alauda' },
      },
      expect.objectContaining({ name: 'down', title: 'down' }),
      expect.objectContaining({ name: 'silent' }),
      {
        name: 'personal',
        title: expect.any(String),
        authProvider: 'oidc',
        oidcTokenProvider: 'okta',
        conventions: expect.anything(),
      },
      expect.objectContaining({
        name: 'capitals',
        unusable: expect.stringContaining('capitals'),
      }),
      expect.objectContaining({
        name: 'strange',
        unusable: expect.stringContaining('localKubectlProxy'),
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain(portal.cluster.tokens.backstage);
  });

  it('lists projects in one call', async () => {
    const project = await createProject(portal.cluster);
    portal.wire.clear();
    const { body } = await portal.call('get', '/clusters/local/namespaces');
    expect(body.items).toContainEqual({ name: project });
    expect(body.partial).toBeUndefined();
    expect(portal.wire.exchanges).toHaveLength(1);
  });

  it('installs the built-in types once and overwrites nothing', async () => {
    const path = '/clusters/local/connection-types';
    const names = builtInConnectionTypes.map(type => type.name);
    const first = await portal.call('post', `${path}/install`).expect(200);
    expect([...first.body.created, ...first.body.unchanged].sort()).toEqual(
      [...names].sort(),
    );
    const second = await portal.call('post', `${path}/install`).expect(200);
    expect(second.body).toEqual({ created: [], unchanged: names });

    const { body } = await portal.call('get', `${path}/ct-s3-storage`);
    expect(body).toMatchObject({
      name: 'ct-s3-storage',
      displayName: 'S3 storage',
      categories: ['Object storage'],
      enabled: true,
      preinstalled: true,
      protocols: ['s3'],
      convention: 'alauda',
      allowedActions: ['enable'],
    });
  });

  it('lists a type that does not parse with the reason, and nothing that is no type', async () => {
    const value = plant('default');
    const name = `ct-${plant('type')}`;
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name,
          namespace: 'kube-public',
          labels: {
            'cpaas.io/dashboard': 'true',
            'cpaas.io/connection-type': 'true',
          },
        },
        data: {
          category: '["Test"]',
          fields: JSON.stringify([
            {
              type: 'hidden',
              name: 'Token',
              envVar: 'TOKEN',
              properties: { defaultValue: value },
            },
            { type: 'colour', name: 'Colour', envVar: 'COLOUR' },
          ]),
        },
      },
    ]);
    const { body, text } = await portal
      .call('get', '/clusters/local/connection-types')
      .expect(200);
    expect(body.items.find((item: any) => item.name === name)).toMatchObject({
      invalid: expect.stringContaining('"Colour"'),
      categories: ['Test'],
      preinstalled: false,
    });
    expect(text).not.toContain(value);
    await portal
      .call('get', '/clusters/local/connection-types/kube-root-ca.crt')
      .expect(404);
  });
});
