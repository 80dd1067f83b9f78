import { readFileSync } from 'node:fs';
import path from 'node:path';
import { waitUntil } from '@mooring/local-cluster';
import { createProject, minioModels } from './__testUtils__/connectionFixtures';
import { describeOnKubernetes } from './__testUtils__/describeOnKubernetes';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

/** The embedded API server has no RBAC, so this is seen on a real one only. */
describeOnKubernetes('the access that deploy/ gives', () => {
  let portal: TestPortal;
  const types = '/clusters/account/connection-types';
  const deploy = (file: string) =>
    readFileSync(path.resolve(__dirname, '../../../deploy', file), 'utf8');

  beforeAll(async () => {
    portal = await startTestPortal({
      account: async cluster => {
        await cluster.apply([
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: 'mooring' },
          },
          {
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: { name: 'mooring-portal', namespace: 'mooring' },
          },
        ]);
        const { body } = await cluster.request(
          'POST',
          '/api/v1/namespaces/mooring/serviceaccounts/mooring-portal/token',
          {
            body: {
              apiVersion: 'authentication.k8s.io/v1',
              kind: 'TokenRequest',
              spec: {},
            },
          },
        );
        return body.status.token;
      },
    });
  });
  afterAll(async () => await portal.stop());

  it('is named where it is missing, and is all that is needed', async () => {
    const project = await createProject(portal.cluster);
    const connections = `/clusters/account/namespaces/${project}/connections`;
    const refused = await portal.call('get', types).expect(403);
    expect(refused.body.error.message).toContain('deploy/rbac.yaml');
    expect((await portal.call('get', connections)).status).toBe(403);
    const projects = await portal.call('get', '/clusters/account/namespaces');
    expect(projects.body.partial).toContain('RBAC');

    await portal.cluster.apply(deploy('rbac.yaml'));
    await waitUntil('the roles are in force', async () => {
      const { status } = await portal.call('get', types);
      return status === 200;
    });
    await portal.call('post', `${types}/install`).expect(200);
    const listed = await portal.call('get', '/clusters/account/namespaces');
    expect(listed.body.partial).toBeUndefined();
    const created = await portal
      .call('post', connections)
      .send(minioModels('s'))
      .expect(201);
    await portal
      .call('patch', `${connections}/minio-models`)
      .send({
        resourceVersion: created.body.resourceVersion,
        displayName: 'Renamed',
      })
      .expect(200);
    await portal
      .call('get', '/clusters/account/namespaces/-/connections')
      .expect(200);
    await portal.call('delete', `${connections}/minio-models`).expect(204);
  });
});
