// Starts the portal by `npm start`, stops it in each way a person or a machine does, and fails when a process of it is
// still there after LIMIT_MILLISECONDS. Needs Linux: it finds the processes by a mark in their environment, in /proc.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import { formatCounts, noCounts } from './shared/counts.mjs';
import { repositoryRoot } from './shared/repositoryRoot.mjs';

const APP_PORT = 3200;
const BACKEND_PORT = 7207;
const LIMIT_MILLISECONDS = 12_000;
const START_MILLISECONDS = 180_000;
const READY = 'Mooring is at';

const delay = milliseconds =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

/** The processes that have `mark` in their environment; an ended one has no environment any more. */
function processesWith(mark) {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return fs.readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
      } catch {
        return false; // ended meanwhile, or somebody else's
      }
    });
}

const commandOf = pid => {
  try {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.replaceAll('\0', ' ').slice(0, 120);
  } catch {
    return '(ended meanwhile)';
  }
};

/** Sends a signal; false when there is nobody to get it any more. */
function signal(target, name) {
  try {
    process.kill(target, name);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}

/** The marks of the portals that may still run. */
const running = new Set();
for (const [name, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.on(name, () => {
    // They are in groups of their own, so nobody else ends them.
    for (const mark of running) {
      for (const pid of processesWith(mark)) signal(pid, 'SIGKILL');
    }
    process.exit(128 + number);
  });
}

/** Starts the portal; `output()` is what it has printed. */
function startPortal() {
  const mark = `MOORING_STOP_TEST=${randomUUID()}`;
  const [name, value] = mark.split('=');
  const env = { ...process.env, BROWSER: 'none', MOORING_CLUSTER: 'embedded' };
  const child = spawn('npm', ['start'], {
    cwd: repositoryRoot,
    // A group of its own, as a shell gives to what is typed into it.
    detached: true,
    env: {
      ...env,
      [name]: value,
      MOORING_APP_PORT: `${APP_PORT}`,
      MOORING_BACKEND_PORT: `${BACKEND_PORT}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(mark);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', data => (text += data));
  }
  return {
    pid: child.pid,
    mark,
    output: () => text,
    ended: new Promise(resolve => child.on('exit', resolve)),
  };
}

async function until(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (condition()) return true;
    await delay(100);
  }
  return false;
}

/** Waits until nothing of the portal is left, and fails when something stays. It then ends what stayed. */
async function expectNothingLeft(portal) {
  const gone = await until(
    () => processesWith(portal.mark).length === 0,
    LIMIT_MILLISECONDS,
  );
  running.delete(portal.mark);
  if (gone) return;
  const left = processesWith(portal.mark).map(pid => {
    const command = commandOf(pid);
    signal(pid, 'SIGKILL');
    return `${pid} ${command}`;
  });
  throw new Error(`still there:\n  ${left.join('\n  ')}`);
}

const stopped = (stop, startedWhen = output => output.includes(READY)) =>
  async function run() {
    const portal = startPortal();
    const started = await until(
      () => startedWhen(portal.output()),
      START_MILLISECONDS,
    );
    if (!started) {
      // It may have ended by itself: what it printed says why.
      signal(-portal.pid, 'SIGTERM');
      await expectNothingLeft(portal).catch(() => {});
      throw new Error(`did not start:\n${portal.output()}`);
    }
    const start = Date.now();
    stop(portal.pid);
    await expectNothingLeft(portal);
    return Date.now() - start;
  };

async function busyPort() {
  const server = net.createServer().listen(BACKEND_PORT, '127.0.0.1');
  const start = Date.now();
  try {
    const portal = startPortal();
    const code = await portal.ended;
    await expectNothingLeft(portal);
    const message = `Port ${BACKEND_PORT} is in use`;
    if (code !== 1 || !portal.output().includes(message)) {
      throw new Error(`exit code ${code}:\n${portal.output()}`);
    }
    return Date.now() - start;
  } finally {
    server.close();
  }
}

const ways = {
  'Ctrl-C': stopped(pid => process.kill(-pid, 'SIGINT')),
  'SIGTERM to npm': stopped(pid => process.kill(pid, 'SIGTERM')),
  'SIGINT to npm alone': stopped(pid => process.kill(pid, 'SIGINT')),
  'SIGKILL of npm': stopped(pid => process.kill(pid, 'SIGKILL')),
  'Ctrl-C during start-up': stopped(
    pid => process.kill(-pid, 'SIGINT'),
    output => output.includes('Starting app'),
  ),
  'a busy port': busyPort,
};

const counts = noCounts();
if (process.platform === 'linux') {
  for (const [name, run] of Object.entries(ways)) {
    try {
      const seconds = ((await run()) / 1000).toFixed(1);
      counts.passed += 1;
      console.log(`  ok     ${name}: nothing left after ${seconds} s`);
    } catch (error) {
      counts.failed += 1;
      console.log(`  FAILED ${name}: ${error.message}`);
    }
  }
} else {
  console.log('Stop tests skipped: they need Linux.');
  counts.skipped = Object.keys(ways).length;
}
process.exitCode = counts.failed > 0 ? 1 : 0;
console.log(formatCounts(counts));
