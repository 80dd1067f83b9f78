import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repositoryRoot.mjs';
import { CANNOT_BUILD } from './toolCache.mjs';

/**
 * The directory with programs that tests run on; builds them by scripts/build-tools.mjs when that has to be.
 *
 * @param {'kubernetes' | 'kserve'} name which ones
 * @returns {{ directory?: string, missing?: boolean }} `missing`: they cannot be built here, as a line on stderr has said;
 *   neither of both: the build has failed
 */
export function builtTools(name) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/build-tools.mjs', name],
    {
      cwd: repositoryRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status === CANNOT_BUILD) return { missing: true };
  return status === 0 ? { directory: stdout.trim() } : {};
}

/** How many test files of all packages have a path that matches. */
export const countSuites = pattern =>
  ['packages', 'plugins'].reduce((count, group) => {
    const files = fs.readdirSync(path.join(repositoryRoot, group), {
      recursive: true,
    });
    return (
      count +
      files.filter(file => pattern.test(file) && !/node_modules/.test(file))
        .length
    );
  }, 0);
