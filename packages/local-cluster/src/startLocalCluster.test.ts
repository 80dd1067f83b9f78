import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectLocalCluster, toEnvironment } from './connectLocalCluster';
import { startLocalCluster } from './startLocalCluster';

const manifests = `
apiVersion: v1
kind: Namespace
metadata: { name: team-a }
---
apiVersion: v1
kind: Secret
metadata: { name: one, namespace: team-a }
stringData: { a: first }
`;

describe('startLocalCluster', () => {
  it('applies manifests and leaves alone what is there', async () => {
    const cluster = await startLocalCluster({ kind: 'embedded' });
    try {
      await cluster.apply(manifests);
      await cluster.apply(manifests.replace('first', 'second'));
      const path = '/api/v1/namespaces/team-a/secrets/one';
      const { body } = await cluster.request('GET', path);
      expect(body.data.a).toBe(Buffer.from('first').toString('base64'));
      await expect(
        cluster.apply([
          { apiVersion: 'v1', kind: 'Unknown', metadata: { name: 'a' } },
        ]),
      ).rejects.toThrow('The cluster does not know v1 Unknown');
    } finally {
      await cluster.stop();
      await cluster.stop();
    }
  });

  it('can be handed over to another process', async () => {
    const cluster = await startLocalCluster({ kind: 'embedded' });
    const connected = connectLocalCluster(toEnvironment(cluster))!;
    expect(connected).toMatchObject({
      kind: 'embedded',
      title: cluster.title,
      url: cluster.url,
      tokens: cluster.tokens,
    });
    await connected.stop();
    const { status } = await cluster.request('GET', '/readyz');
    expect(status).toBe(200);
    await cluster.stop();
    expect(connectLocalCluster({})).toBeUndefined();
  });

  it('says in words what the embedded one does not do', async () => {
    const cluster = await startLocalCluster({ kind: 'embedded' });
    const { status, body } = await cluster.request('GET', '/api/v1/pods', {
      query: { watch: 'true' },
    });
    await cluster.stop();
    expect(status).toBe(501);
    expect(body).toMatchObject({
      kind: 'Status',
      message:
        'The embedded API server, which is not a real Kubernetes, does not support watch',
    });
  });

  it('says what KServe needs', async () => {
    await expect(
      startLocalCluster({ kind: 'embedded', kserve: true }),
    ).rejects.toThrow('KServe needs the real API server');
    const directory = await mkdtemp(join(tmpdir(), 'mooring-binaries-'));
    const previous = process.env.MOORING_KSERVE_ASSETS;
    process.env.MOORING_KSERVE_ASSETS = directory;
    try {
      await expect(startLocalCluster({ kserve: true })).rejects.toThrow(
        /^No KServe: run scripts\/build-tools.mjs kserve/,
      );
    } finally {
      if (previous === undefined) {
        delete process.env.MOORING_KSERVE_ASSETS;
      } else {
        process.env.MOORING_KSERVE_ASSETS = previous;
      }
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('names the program that did not come up, with its last words', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mooring-binaries-'));
    const previous = process.env.KUBEBUILDER_ASSETS;
    process.env.KUBEBUILDER_ASSETS = directory;
    try {
      await expect(startLocalCluster({ kind: 'kubernetes' })).rejects.toThrow(
        /^No Kubernetes binaries/,
      );
      for (const name of ['etcd', 'kube-apiserver']) {
        await writeFile(
          join(directory, name),
          '#!/bin/sh\necho no luck today\nexit 3\n',
          { mode: 0o755 },
        );
      }
      await expect(startLocalCluster({ kind: 'kubernetes' })).rejects.toThrow(
        'etcd ended early; its last words:\nno luck today',
      );
    } finally {
      if (previous === undefined) {
        delete process.env.KUBEBUILDER_ASSETS;
      } else {
        process.env.KUBEBUILDER_ASSETS = previous;
      }
      await rm(directory, { recursive: true, force: true });
    }
  });
});
