import { spawn } from 'node:child_process';
import { repositoryRoot } from './repositoryRoot.mjs';

let current;
let stopped = false;
function stop() {
  stopped = true;
  current?.kill('SIGTERM');
}

/**
 * Runs a command with its output shown, and waits for its end. When this process is told to
 * stop, so is the command, and this process ends with it.
 *
 * @param {string[]} command the program and its arguments
 * @param {Record<string, string>} [env] further environment variables
 * @param {string} [cwd] where to run it, the repository's directory by default
 * @returns {Promise<number>} the exit code
 */
export async function runCommand(
  [program, ...args],
  env = {},
  cwd = repositoryRoot,
) {
  if (process.listenerCount('SIGTERM') === 0) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, stop);
  }
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  current = child;
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', exitCode => resolve(exitCode ?? 1));
  });
  current = undefined;
  if (stopped) process.exit(130);
  return code;
}
