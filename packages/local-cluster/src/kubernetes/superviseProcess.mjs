/*
 * Runs one server and sees to it that it does not outlive the process that
 * asked for it.
 *
 *   node superviseProcess.mjs <directory to remove, or -> <command> <arguments...>
 *
 * The pipe on stdin is the lifeline: its other end is held by nobody but the
 * process that started us, so it closes when that process stops us on
 * purpose, and just as well when it crashes or is killed by SIGKILL, which no
 * handler of its own could notice. The directory is removed then, too. We and
 * the server stay in its process group, so that a SIGKILL of the whole group,
 * which would end us before we can do anything, reaches the server as well.
 * Other signals are not for us to act on: the lifeline tells when to stop.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const killAfterMs = 5000;

const [directory, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

let isCutOff = false;
process.stdin.resume();
process.stdin.on('close', () => {
  isCutOff = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

child.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  finish(127);
});
child.on('exit', code => finish(code ?? 1));

function finish(code) {
  if (isCutOff && directory !== '-') {
    rmSync(directory, { recursive: true, force: true });
  }
  process.exit(code);
}
