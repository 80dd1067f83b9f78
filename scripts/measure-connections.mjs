// Measures the list of connections with 5,000 of them in one project: how long after the last byte of the first page the
// first rows are painted, and how long a key pressed in the search takes to be painted. On a production build of the
// portal, by Chromium's own Event Timing, five runs; what it prints is the median of the runs. No test: numbers depend on
// the machine.
//   node scripts/measure-connections.mjs [--keep-build]
// Environment: MOORING_APP_PORT and MOORING_BACKEND_PORT, other ports than 3200 and 7207.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup } from './shared/endGroup.mjs';
import { findChromium } from './shared/findChromium.mjs';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { repositoryRoot } from './shared/repositoryRoot.mjs';

const CONNECTIONS = 5000;
const RUNS = 5;
const PROJECT = 'demo-project';
const SEARCHED = ['bucket-12', 'weights 49', 'user-3'];
/** Event Timing tells of nothing that is faster, and rounds to 8 milliseconds. */
const THRESHOLD_MILLISECONDS = 16;

const appPort = Number(process.env.MOORING_APP_PORT || 3200);
const backendPort = Number(process.env.MOORING_BACKEND_PORT || 7207);
const address = `http://localhost:${appPort}`;
const dist = path.join(repositoryRoot, 'packages/app/dist');
const cli = path.join(
  repositoryRoot,
  'node_modules/@backstage/cli/bin/backstage-cli',
);
const text = value => JSON.stringify(value);
const env = {
  ...process.env,
  APP_CONFIG_app_baseUrl: text(address),
  APP_CONFIG_backend_baseUrl: text(`http://localhost:${backendPort}`),
  APP_CONFIG_backend_listen_port: text(backendPort),
  APP_CONFIG_backend_cors_origin: text(address),
};
const delay = milliseconds =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

function build() {
  const { status } = spawnSync(process.execPath, [cli, 'package', 'build'], {
    cwd: path.join(repositoryRoot, 'packages/app'),
    env: { ...env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The portal could not be built.');
}

/** The built portal, every unknown path being the page itself. */
function serve() {
  const types = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, address);
    const wanted = path.join(dist, path.normalize(pathname));
    const isFile = fs.existsSync(wanted) && fs.statSync(wanted).isFile();
    const file = isFile ? wanted : path.join(dist, 'index.html');
    const type = types[path.extname(file)];
    response.writeHead(200, type ? { 'content-type': type } : {});
    fs.createReadStream(file).pipe(response);
  });
  return new Promise(resolve =>
    server.listen(appPort, '127.0.0.1', () => resolve(server)),
  );
}

async function fillCluster() {
  const { url, tokens } = JSON.parse(process.env.MOORING_LOCAL_CLUSTER);
  // The cluster's certificate is its own, and lives as long as it.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const create = async index => {
    const response = await fetch(
      `${url}/api/v1/namespaces/${PROJECT}/secrets`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.admin}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: `bucket-${index}`,
            labels: { 'cpaas.io/dashboard': 'true' },
            annotations: {
              'cpaas.io/display-name': `Weights ${index}`,
              'cpaas.io/connection-type-ref': 'ct-s3-storage',
              'cpaas.io/connection-type-protocol': 's3',
              'cpaas.io/creator': `user:default/user-${index % 40}`,
            },
          },
          stringData: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
        }),
      },
    );
    if (!response.ok) throw new Error(await response.text());
  };
  for (let index = 0; index < CONNECTIONS; index += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, offset) => create(index + offset)),
    );
  }
}

/** Runs in the browser before anything else: notes the first painted row, and what Event Timing says of key presses. */
function observe(threshold) {
  const noted = { firstRows: undefined, keys: [] };
  window.measured = noted;
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('table tbody tr')) return;
    observer.disconnect();
    // The second frame begins once the first one was painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(now => (noted.firstRows = now)),
    );
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry.name === 'keydown') noted.keys.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: threshold, buffered: true });
}

const percentile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[
    Math.min(Math.ceil(numbers.length * share), numbers.length) - 1
  ];

async function measure(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 960 },
  });
  const page = await context.newPage();
  await page.addInitScript(observe, THRESHOLD_MILLISECONDS);
  await page.goto(
    `${address}/model-connections/connections?cluster=local&namespace=${PROJECT}`,
  );
  await page.getByText(`${CONNECTIONS} connections`).first().waitFor();
  const rows = await page.evaluate(() => {
    const [first] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/connections\?.*limit=/.test(name));
    return window.measured.firstRows - first.responseEnd;
  });

  const search = page.getByRole('searchbox');
  await search.click();
  let pressed = 0;
  for (const words of SEARCHED) {
    await search.pressSequentially(words, { delay: 120 });
    for (const _ of words) {
      await page.keyboard.press('Backspace', { delay: 20 });
      await delay(120);
    }
    pressed += 2 * words.length;
  }
  await delay(500);
  const slow = await page.evaluate(() => window.measured.keys);
  await context.close();
  const fast = Array(Math.max(pressed - slow.length, 0)).fill(
    THRESHOLD_MILLISECONDS,
  );
  return { rows, key: percentile([...slow, ...fast], 0.95), pressed };
}

async function waitFor(url) {
  for (;;) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not listening yet
    }
    await delay(500);
  }
}

async function inCluster() {
  const require = createRequire(path.join(repositoryRoot, 'package.json'));
  const { chromium } = require('@playwright/test');
  const backend = spawn(process.execPath, [cli, 'package', 'start'], {
    cwd: path.join(repositoryRoot, 'packages/backend'),
    env,
    stdio: 'ignore',
    detached: true,
  });
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    await fillCluster();
    await waitFor(
      `http://127.0.0.1:${backendPort}/.backstage/health/v1/readiness`,
    );
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const one = await measure(browser);
      runs.push(one);
      console.log(
        `run ${run + 1}: first rows ${one.rows.toFixed(
          0,
        )} ms after the last byte, p95 of ${one.pressed} keys ${one.key} ms`,
      );
    }
    const median = key =>
      percentile(
        runs.map(run => run[key]),
        0.5,
      ).toFixed(0);
    console.log(
      `median of ${RUNS}: first rows ${median(
        'rows',
      )} ms (at most 1000), p95 from key press to paint ${median(
        'key',
      )} ms (less than 100)`,
    );
  } finally {
    await browser.close();
    server.close();
    await endGroup(backend.pid, 4000);
  }
}

if (process.env.MOORING_LOCAL_CLUSTER) {
  await inCluster();
} else {
  if (!process.argv.includes('--keep-build')) build();
  const [program, ...args] = localClusterCommand(
    {
      kind: 'embedded',
      apply: ['examples/cluster', 'deploy/connection-types.yaml'],
    },
    [process.execPath, fileURLToPath(import.meta.url)],
  );
  const { status } = spawnSync(program, args, {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
