import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The directory that `scripts/build-tools.mjs` has filled last: it leaves its
 * path in `<cache>/mooring/<name>-current`.
 *
 * @returns undefined when nothing of that name was built
 */
export async function findBuiltTools(
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  const pointer = join(cache, 'mooring', `${name}-current`);
  return readFile(pointer, 'utf8').then(
    text => text.trim(),
    () => undefined,
  );
}

/** The path of a program in a directory; undefined when it is not there. */
export async function findExecutable(
  directory: string,
  name: string,
): Promise<string | undefined> {
  const path = join(directory, name);
  return access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  );
}
