import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectLocalCluster } from './connectLocalCluster';
import { runWithLocalCluster } from './runWithLocalCluster';

describe('runWithLocalCluster', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mooring-run-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  /** Runs a script that leaves its environment in a file. */
  async function run(script: string, config = true) {
    const lines: string[] = [];
    const code = await runWithLocalCluster({
      kind: 'embedded',
      apply: [directory],
      config,
      command: [
        process.execPath,
        '-e',
        `require('fs').writeFileSync(process.argv[1], JSON.stringify(process.env)); ${script}`,
        join(directory, 'env.json'),
      ],
      log: line => lines.push(line),
    });
    const env = JSON.parse(await readFile(join(directory, 'env.json'), 'utf8'));
    return { code, lines, env };
  }

  it('gives the command a cluster and its exit code back', async () => {
    const { code, lines, env } = await run('process.exit(7)');
    expect(code).toBe(7);
    const cluster = connectLocalCluster(env)!;
    expect(lines).toEqual([
      `Local cluster: embedded API server (not a real Kubernetes) at ${cluster.url}`,
    ]);
    expect(JSON.parse(env.APP_CONFIG_kubernetes)).toEqual({
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'local',
              title: 'Local cluster (embedded, not a real Kubernetes)',
              url: cluster.url,
              authProvider: 'serviceAccount',
              serviceAccountToken: cluster.tokens.backstage,
              caData: cluster.caData,
            },
          ],
        },
      ],
    });
    await expect(cluster.request('GET', '/readyz')).rejects.toThrow(
      'ECONNREFUSED',
    );
  });

  it('leaves the configuration out when asked to', async () => {
    const { env } = await run('', false);
    expect(env.APP_CONFIG_kubernetes).toBeUndefined();
  });

  it('tells by which signal the command ended', async () => {
    const { code } = await run("process.kill(process.pid, 'SIGTERM')");
    expect(code).toBe(143);
  });

  it('says which manifest is refused', async () => {
    await writeFile(
      join(directory, 'bad.yaml'),
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: Bad_Name\n',
    );
    await expect(run('')).rejects.toThrow(
      /^Could not create Secret Bad_Name: 422 Secret "Bad_Name" is invalid/,
    );
  });
});
