// Starts the example portal: a Kubernetes API on this machine (unless the configuration names a cluster), the backend
// and the frontend. Environment:
//   MOORING_APP_PORT, MOORING_BACKEND_PORT   other ports than 3000 and 7007
//   MOORING_CLUSTER                          embedded, kubernetes, kserve (the real one with KServe's own controller), or
//                                            auto (the default: the real one where it is built)
//   MOORING_CLUSTER_FILE                     where to write how the local cluster is reached, for tests
//   BROWSER=none                             do not open a browser
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { endGroup } from './shared/endGroup.mjs';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { namesOwnCluster } from './shared/namesOwnCluster.mjs';
import { repositoryRoot } from './shared/repositoryRoot.mjs';

const appPort = Number(process.env.MOORING_APP_PORT || 3000);
const backendPort = Number(process.env.MOORING_BACKEND_PORT || 7007);
/** How long the servers may take to end; less than what scripts/run.mjs and Playwright give to this script. */
const GRACE_MILLISECONDS = 4000;
/** So long nobody prints anything before the address is said again. */
const QUIET_MILLISECONDS = 3000;
const address = `http://localhost:${appPort}`;
const interactive =
  process.stdout.isTTY && !process.env.CI && process.env.BROWSER !== 'none';

const delay = milliseconds =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

const isFree = port =>
  new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });

for (const [port, variable] of [
  [appPort, 'MOORING_APP_PORT'],
  [backendPort, 'MOORING_BACKEND_PORT'],
]) {
  if (!(await isFree(port))) {
    console.error(
      `Port ${port} is in use. Stop what listens there, or choose another one with ${variable}.`,
    );
    process.exit(1);
  }
}

// The browser is opened below, once the backend answers too.
const env = { ...process.env, BROWSER: 'none' };
// What they print passes through here, and is to be as colourful as without.
if (process.stdout.isTTY && !env.NO_COLOR) env.FORCE_COLOR ??= '1';
if (appPort !== 3000 || backendPort !== 7007) {
  const text = value => JSON.stringify(value);
  env.APP_CONFIG_app_baseUrl = text(address);
  env.APP_CONFIG_app_listen_port = text(appPort);
  env.APP_CONFIG_backend_baseUrl = text(`http://localhost:${backendPort}`);
  env.APP_CONFIG_backend_listen_port = text(backendPort);
  env.APP_CONFIG_backend_cors_origin = text(address);
}

const start = [
  process.execPath,
  path.join(repositoryRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
  'repo',
  'start',
];
const clusterFile = process.env.MOORING_CLUSTER_FILE;
if (clusterFile) {
  start.unshift(
    process.execPath,
    path.join(repositoryRoot, 'scripts/shared/handOverCluster.mjs'),
    clusterFile,
  );
}
const wantsKServe = process.env.MOORING_CLUSTER === 'kserve';
const configured = namesOwnCluster();
if (configured) {
  console.log(`Using the clusters that ${configured} names.`);
}
const [program, ...programArguments] = configured
  ? start
  : localClusterCommand(
      {
        kind: wantsKServe
          ? 'kubernetes'
          : process.env.MOORING_CLUSTER || 'auto',
        kserve: wantsKServe,
        standIn: true,
        apply: ['examples/cluster', 'deploy/connection-types.yaml'],
      },
      start,
    );

const child = spawn(program, programArguments, {
  cwd: repositoryRoot,
  env,
  stdio: ['inherit', 'pipe', 'pipe'],
  // A group of its own, because the frontend's and the backend's servers do not end with what started them.
  detached: process.platform !== 'win32',
});

let lastOutput = 0;
for (const [from, to] of [
  [child.stdout, process.stdout],
  [child.stderr, process.stderr],
]) {
  from.on('data', () => (lastOutput = Date.now()));
  from.pipe(to, { end: false });
  // A closed terminal must not keep this script from ending what it started.
  to.on('error', () => from.resume());
}

let stopping = false;
async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  await endGroup(child.pid, GRACE_MILLISECONDS);
  if (exitCode === 130) {
    // What was made on a cluster of one's own is still there.
    const kept = configured ? '' : '; nothing was kept';
    console.log(`\nMooring has stopped${kept}.`);
  }
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => stop(130));
// Whoever started this may be killed outright, or end without a word, as Playwright does: notice that it is gone.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(130), 300).unref();
child.on('error', error => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => stop(signal ? 130 : code ?? 1));

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

function openBrowser() {
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const openers = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
    linux: display ? ['xdg-open'] : [],
  };
  const [opener, ...openerArguments] = openers[process.platform] ?? [];
  if (!opener) return;
  spawn(opener, [...openerArguments, address], {
    stdio: 'ignore',
    detached: true,
  })
    .on('error', () => {}) // nothing to open it with: the address is printed anyway
    .unref();
}

for (const url of [
  `http://127.0.0.1:${backendPort}/.backstage/health/v1/readiness`,
  `http://127.0.0.1:${appPort}/`,
]) {
  while (!stopping && !(await answers(url))) await delay(1000);
}
const sayWhere = () => console.log(`\nMooring is at ${address}\n`);
if (!stopping) {
  sayWhere();
  const said = Date.now();
  if (interactive) openBrowser();
  // The servers still have things to say, which push the line out of sight.
  while (
    !stopping &&
    Date.now() - Math.max(said, lastOutput) < QUIET_MILLISECONDS
  )
    await delay(500);
  if (!stopping && lastOutput >= said) sayWhere();
}
