#!/usr/bin/env node
// Runs a script of package.json on a machine that has nothing but some Node.js (20 or newer) with npm:
//   node scripts/run.mjs dev
// 1. Node.js: the one that runs this file when Backstage supports it, else one from the npm registry.
// 2. Yarn: the version named by packageManager in package.json, from the npm registry as well.
// 3. The dependencies, when yarn.lock, .yarnrc.yml or the kind of Node.js changed since they were installed.
// 1 and 2 are kept in .tools/, which git ignores. Nothing outside of the checkout is changed, except caches.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endGroup } from './shared/endGroup.mjs';

const SUPPORTED_NODE_MAJORS = [22, 24];
const FETCHED_NODE_VERSION = '24.21.0';
const OLDEST_NODE_MAJOR = 20;
/** How long a stopped command may take to end by itself. */
const GRACE_MILLISECONDS = 8000;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, '.tools');
const windows = process.platform === 'win32';
const args = process.argv.slice(2);
const env = Object.assign({}, process.env);

/** A reason to end that is told in one line. */
class Refusal extends Error {}

// ---- Commands, each in a process group of its own ----

let currentGroup;
let stopping = false;

function stop() {
  if (stopping) return;
  stopping = true;
  if (currentGroup) endGroup(currentGroup, GRACE_MILLISECONDS);
}

/**
 * Shows what Yarn prints but for its long lists about peer dependencies and build scripts, which no newcomer can do
 * anything about.
 */
function showWithoutNoise(stream) {
  createInterface({ input: stream }).on('line', line => {
    if (!/YN00(02|04|60|86):/.test(line)) console.log(line);
  });
}

async function run(file, argv, options) {
  if (stopping) return 130;
  const child = spawn(file, argv, {
    stdio: 'inherit',
    cwd: root,
    env,
    detached: !windows,
    ...options,
  });
  currentGroup = child.pid;
  if (child.stdout) showWithoutNoise(child.stdout);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode, signal) => resolve(signal ? 130 : exitCode));
  });
  // The command itself is gone; what it started may not be.
  await endGroup(child.pid, GRACE_MILLISECONDS);
  currentGroup = undefined;
  return stopping ? 130 : code;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// An npm that is killed outright passes nothing on: notice that it is gone.
if (env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 300).unref();
}

// ---- The three steps ----

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // not there yet, or half written
  }
}

const packageDirectory = name => path.join(tools, 'node_modules', name);

async function fetchTools(wanted) {
  const missing = Object.entries(wanted).filter(([name, version]) => {
    const present = readJson(path.join(packageDirectory(name), 'package.json'));
    return !present || present.version !== version;
  });
  if (missing.length === 0) return;
  const names = missing.map(([name, version]) => `${name} ${version}`);
  console.error(`Fetching ${names.join(' and ')} into .tools/ (a few seconds)`);
  fs.mkdirSync(tools, { recursive: true });
  fs.writeFileSync(
    path.join(tools, 'package.json'),
    JSON.stringify({ private: true, dependencies: wanted }),
  );
  const flags = '--ignore-scripts --no-package-lock --no-audit --no-fund';
  const code = await run(
    windows ? 'npm.cmd' : 'npm',
    ['install', ...flags.split(' '), '--loglevel=error'],
    { cwd: tools, shell: windows },
  ).catch(error => {
    if (error.code !== 'ENOENT') throw error;
    throw new Refusal(
      'npm was not found. Install Node.js 20 or newer together with npm, and try again.',
    );
  });
  if (code !== 0 && !stopping) {
    throw new Refusal('npm could not fetch the tools; its reason is above.');
  }
}

async function prepareNodeAndYarn() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE_MAJOR) {
    throw new Refusal(
      `Node.js ${process.versions.node} is too old. Install Node.js ${OLDEST_NODE_MAJOR} or newer, and try again.`,
    );
  }
  const supported = SUPPORTED_NODE_MAJORS.includes(major);
  const wanted = {};
  // The registry names the package for Apple's own processors differently.
  const apple = process.platform === 'darwin' && process.arch === 'arm64';
  const platform = windows ? 'win' : process.platform;
  const nodePackage = `${apple ? 'node-bin' : 'node'}-${platform}-${
    process.arch
  }`;
  if (!supported) wanted[nodePackage] = FETCHED_NODE_VERSION;
  wanted['@yarnpkg/cli-dist'] = readJson(path.join(root, 'package.json'))
    .packageManager.replace(/^yarn@/, '')
    .replace(/\+.*$/, '');
  await fetchTools(wanted);

  const fetchedNode = path.join(
    packageDirectory(nodePackage),
    'bin',
    windows ? 'node.exe' : 'node',
  );
  const node = supported ? process.execPath : fetchedNode;
  // Backstage's own tools look for yarn and node on the PATH.
  env.PATH = [
    path.dirname(node),
    path.join(tools, 'node_modules', '.bin'),
    env.PATH || '',
  ].join(path.delimiter);
  return {
    node,
    nodeMajor: supported ? major : parseInt(FETCHED_NODE_VERSION, 10),
    yarn: path.join(packageDirectory('@yarnpkg/cli-dist'), 'bin', 'yarn.js'),
  };
}

async function installDependencies({ node, nodeMajor, yarn }) {
  const stampFile = path.join(root, 'node_modules', '.install-stamp');
  const stamp = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'yarn.lock')))
    .update(fs.readFileSync(path.join(root, '.yarnrc.yml')))
    // Native modules are built for one of each.
    .update(`node ${nodeMajor} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp)
    return;
  console.error('Installing dependencies (about a minute the first time)');
  const code = await run(node, [yarn, 'install', '--immutable'], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  if (stopping) return;
  if (code !== 0) {
    throw new Refusal(
      'The dependencies could not be installed; the reason is above.',
    );
  }
  fs.writeFileSync(stampFile, stamp);
}

try {
  if (args.length === 0) {
    throw new Refusal('Usage: node scripts/run.mjs <script of package.json>');
  }
  const programs = await prepareNodeAndYarn();
  await installDependencies(programs);
  process.exitCode = await run(programs.node, [programs.yarn, ...args]);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
