import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repositoryRoot.mjs';

const tools = join(repositoryRoot, 'tools');
const scratchPrefix = 'building-';
const leftoverMs = 24 * 60 * 60 * 1000;

const cache = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'mooring',
);

/** The exit code for "Go or room on the disk is missing here". */
export const CANNOT_BUILD = 3;

/** Ends the script, after all that is to be tidied up on the way out. */
export class BuildFailure extends Error {
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The text of a file beneath tools/. */
export function readTool(file) {
  return readFileSync(join(tools, file), 'utf8');
}

/**
 * Runs Go in one of the modules beneath tools/.
 *
 * @param {string} tool the module's folder
 * @param {string[]} args arguments for Go
 * @param {object} [options]
 * @param {boolean} [options.isQuestion] whether what Go prints is wanted; else it is progress, and goes to stderr
 * @returns {string} what Go printed
 */
export function go(tool, args, { isQuestion = false } = {}) {
  const result = spawnSync('go', args, {
    cwd: join(tools, tool),
    env: { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off' },
    encoding: 'utf8',
    stdio: ['ignore', isQuestion ? 'pipe' : 2, 2],
  });
  if (result.status !== 0) {
    throw new BuildFailure(1, `go ${args[0]} in tools/${tool} failed`);
  }
  return result.stdout?.trim() ?? '';
}

function goVersion(title) {
  const result = spawnSync('go', ['version'], { cwd: tools, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new BuildFailure(
      CANNOT_BUILD,
      `Cannot build ${title}: Go is not installed (no \`go\` that works in PATH)`,
    );
  }
  return result.stdout.trim();
}

function checkRoom(title, neededBytes) {
  const { bavail, bsize } = statfsSync(cache);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new BuildFailure(
      CANNOT_BUILD,
      `Cannot build ${title}: ${
        neededBytes / 1e9
      } GB of free disk are needed, there are ${(free / 1e9).toFixed(1)} GB`,
    );
  }
}

/** What a build left that was killed: it could not tidy up. */
function removeLeftovers() {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (
      name.startsWith(scratchPrefix) &&
      Date.now() - statSync(path).mtimeMs > leftoverMs
    ) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Two that build at once build twice; the first to finish is kept. */
function fill(directory, { title, neededBytes, build, hasAll }) {
  removeLeftovers();
  checkRoom(title, neededBytes);
  const scratch = mkdtempSync(join(cache, scratchPrefix));
  try {
    build(scratch);
    try {
      renameSync(scratch, directory);
    } catch (error) {
      if (!hasAll()) {
        throw error;
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The directory of the cache that holds what one build gives; builds it when it is not there. The directory's name is made
 * from everything that the result depends on, and `<name>-current` is left beside it with its path.
 *
 * @param {object} options
 * @param {string} options.name begins the directory's name
 * @param {string} options.title what is built, for messages
 * @param {number} options.neededBytes how much room Go needs for it
 * @param {string[]} options.tools the modules that it is built from
 * @param {object} options.flags whatever else the result depends on
 * @param {string[]} options.files what the build gives
 * @param {(directory: string) => void} options.build puts them into a directory
 * @returns {string}
 * @throws {BuildFailure} with the exit code CANNOT_BUILD when Go or room on the disk is missing
 */
export function cachedBuild({
  name,
  title,
  neededBytes,
  tools: modules,
  flags,
  files,
  build,
}) {
  const hash = createHash('sha256');
  for (const part of [
    ...modules.flatMap(tool => [
      readTool(`${tool}/go.mod`),
      readTool(`${tool}/go.sum`),
    ]),
    JSON.stringify(flags),
    goVersion(title),
    `${process.platform}-${process.arch}`,
  ]) {
    hash.update(`${part}\0`);
  }
  const directory = join(cache, `${name}-${hash.digest('hex').slice(0, 12)}`);
  const hasAll = () => files.every(file => existsSync(join(directory, file)));

  mkdirSync(cache, { recursive: true });
  if (!hasAll()) {
    fill(directory, { title, neededBytes, build, hasAll });
  }
  const pointer = join(cache, `${name}-current`);
  writeFileSync(`${pointer}.${process.pid}`, `${directory}\n`);
  renameSync(`${pointer}.${process.pid}`, pointer);
  return directory;
}
