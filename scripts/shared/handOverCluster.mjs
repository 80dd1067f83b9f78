// Writes how to reach the local cluster that this runs beside into a file, for tests that make objects of their own, then
// runs a command in its place:
//   node handOverCluster.mjs <file> <command> [<arguments>...]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [file, command, ...args] = process.argv.slice(2);
fs.mkdirSync(path.dirname(file), { recursive: true });
// It holds the tokens of a cluster that lives as long as the tests.
fs.writeFileSync(file, process.env.MOORING_LOCAL_CLUSTER ?? '', {
  mode: 0o600,
});

const child = spawn(command, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => child.kill(signal));
child.on('error', error => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  fs.rmSync(file, { force: true });
  process.exit(signal ? 130 : code ?? 1);
});
