import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { endGroup } from '../shared/endGroup.mjs';
import { repositoryRoot } from '../shared/repositoryRoot.mjs';

const { findFreePorts } = createRequire(import.meta.url)(
  '../../packages/local-cluster/src/index.ts',
);

const START_MILLISECONDS = 120_000;
const GRACE_MILLISECONDS = 4000;

/**
 * @typedef {object} Portal
 * @property {string} url of pages and API
 * @property {(method: string, path: string, body?: object) => Promise<any>} call calls Mooring's REST API as the guest;
 *   paths go on after `/clusters/local`; throws for an answer that is no success
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the example's backend, which serves the frontend as it was built. It runs in development mode, in which the
 * example signs everybody in; the frontend does not know of that.
 *
 * @returns {Promise<Portal>}
 */
export async function startPortal() {
  const [port] = await findFreePorts(1);
  const url = `http://localhost:${port}`;
  const text = value => JSON.stringify(value);
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(
        repositoryRoot,
        'node_modules/@backstage/cli/config/nodeTransform.cjs',
      ),
      'src/index.ts',
      '--config',
      path.join(repositoryRoot, 'app-config.yaml'),
    ],
    {
      cwd: path.join(repositoryRoot, 'packages/backend'),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        APP_CONFIG_app_baseUrl: text(url),
        APP_CONFIG_backend_baseUrl: text(url),
        APP_CONFIG_backend_listen_port: text(port),
        APP_CONFIG_backend_cors_origin: text(url),
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => (output = (output + data).slice(-4000)));
  const stop = async () => await endGroup(child.pid, GRACE_MILLISECONDS);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => stop().then(() => process.exit(130)));

  const deadline = Date.now() + START_MILLISECONDS;
  const isReady = async () => {
    try {
      const ready = `${url}/.backstage/health/v1/readiness`;
      return (await fetch(ready)).ok;
    } catch {
      return false; // not listening yet
    }
  };
  while (!(await isReady())) {
    // Somebody else may have taken the port meanwhile; the backend lives on without it.
    const isOver = child.exitCode !== null || output.includes('EADDRINUSE');
    if (isOver || Date.now() > deadline) {
      await stop();
      throw new Error(`The backend did not start. It said:\n${output}`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  const session = await (await fetch(`${url}/api/auth/guest/refresh`)).json();
  const { token } = session.backstageIdentity;
  return {
    url,
    stop,
    async call(method, route, body) {
      const response = await fetch(
        `${url}/api/model-connections/v1/clusters/local${route}`,
        {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: body && JSON.stringify(body),
        },
      );
      const answer = await response.text();
      if (!response.ok)
        throw new Error(`${method} ${route}: ${response.status} ${answer}`);
      return answer && JSON.parse(answer);
    },
  };
}
