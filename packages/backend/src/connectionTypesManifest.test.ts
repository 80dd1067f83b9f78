import { readFileSync } from 'node:fs';
import { builtInConnectionTypes } from '@mooring/backstage-plugin-model-connections-common';
import { type LocalCluster, startLocalCluster } from '@mooring/local-cluster';
import {
  type PortalBackend,
  startPortalBackend,
} from './__testUtils__/startPortalBackend';

const INSTALL =
  '/api/model-connections/v1/clusters/local/connection-types/install';

/** The connection types that a cluster has, without what the cluster itself adds. */
async function connectionTypesIn(cluster: LocalCluster) {
  const { body } = await cluster.request(
    'GET',
    '/api/v1/namespaces/kube-public/configmaps',
    { query: { labelSelector: 'cpaas.io/connection-type=true' } },
  );
  return body.items.map(({ metadata, data }: any) => ({
    name: metadata.name,
    labels: metadata.labels,
    annotations: metadata.annotations,
    data,
  }));
}

// A backend starts within seconds, on a busy machine within many.
jest.setTimeout(90_000);

describe('deploy/connection-types.yaml', () => {
  // A new cluster for each side, whatever the other suites share: both have to begin without types.
  let installed: LocalCluster;
  let applied: LocalCluster;
  let backend: PortalBackend;

  beforeAll(async () => {
    installed = await startLocalCluster({ kind: 'embedded' });
    applied = await startLocalCluster({ kind: 'embedded' });
    backend = await startPortalBackend(installed);
  });

  afterAll(async () => {
    await backend?.stop();
    await installed?.stop();
    await applied?.stop();
  });

  it('creates the same types as installing them from the portal', async () => {
    const { status, body } = await (
      await backend.signIn('guest')
    )('post', INSTALL);
    expect({ status, body }).toMatchObject({ status: 200 });
    await applied.apply(
      readFileSync(
        require.resolve('../../../deploy/connection-types.yaml'),
        'utf8',
      ),
    );
    const types = await connectionTypesIn(applied);
    expect(types).toHaveLength(builtInConnectionTypes.length);
    expect(types).toEqual(await connectionTypesIn(installed));
  });
});
