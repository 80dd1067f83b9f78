import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  findFreePorts,
  type LocalCluster,
  toBackstageConfig,
  waitUntil,
} from '@mooring/local-cluster';
import request from 'supertest';

const REPOSITORY = path.resolve(__dirname, '../../../..');

/** The example portal's backend in front of a cluster, with somebody signed in. */
export interface PortalBackend {
  /**
   * Sends requests as a user of the example's catalog, with the token that they got from signing in.
   *
   * @throws Error when the catalog does not know them after 20 seconds
   */
  signIn(
    person: string,
  ): Promise<(method: 'get' | 'post' | 'delete', path: string) => request.Test>;
  stop(): Promise<void>;
}

/**
 * Starts the backend as it is, in a process of its own: with its configuration, its policy and real tokens. (Inside Jest
 * the Kubernetes plugin's proxy cannot be used: it loads an ES module at run time.)
 *
 * @throws Error with the end of the backend's log when it does not start
 */
export async function startPortalBackend(
  cluster: LocalCluster,
): Promise<PortalBackend> {
  const [port] = await findFreePorts(1);
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      '--config',
      path.join(REPOSITORY, 'app-config.yaml'),
    ],
    {
      cwd: path.join(REPOSITORY, 'packages/backend'),
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'development',
        APP_CONFIG_backend_baseUrl: JSON.stringify(baseUrl),
        APP_CONFIG_backend_listen_port: `${port}`,
        APP_CONFIG_kubernetes: JSON.stringify(toBackstageConfig(cluster)),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  // A test that runs out of time never comes to stop().
  process.once('exit', () => child.kill('SIGKILL'));
  let log = '';
  const keep = (data: Buffer) => {
    log = `${log}${data}`.slice(-5000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  try {
    await waitUntil(
      'the backend is ready',
      () => isReady(baseUrl, child),
      60_000,
    );
    return {
      async signIn(person) {
        const token = await tokenOf(baseUrl, person);
        return (method, url) =>
          request(baseUrl)[method](url).set('authorization', `Bearer ${token}`);
      },
      stop: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw new Error(`${error}\n${log}`);
  }
}

async function tokenOf(baseUrl: string, person: string): Promise<string> {
  let token = '';
  // The catalog reads its files after the backend is ready.
  await waitUntil(
    `${person} can sign in`,
    async () => {
      const { status, body } = await request(baseUrl)
        .get('/api/auth/people/refresh')
        .set('x-requested-with', 'XMLHttpRequest')
        .set('x-example-person', person);
      token = body.backstageIdentity?.token;
      return status === 200;
    },
    20_000,
  );
  return token;
}

async function isReady(baseUrl: string, child: ChildProcess) {
  if (child.exitCode !== null) {
    throw new Error(`The backend ended with exit code ${child.exitCode}`);
  }
  try {
    const { ok } = await fetch(`${baseUrl}/.backstage/health/v1/readiness`);
    return ok;
  } catch {
    return false; // not listening yet
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  const timeout = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timeout);
}
