import { parseArgs } from 'node:util';
import { LocalClusterKind } from './LocalCluster';
import { runWithLocalCluster } from './runWithLocalCluster';

/**
 * Runs a command beside a local cluster. From the root of the repository,
 * with Backstage's own transform for TypeScript:
 *
 * ```sh
 * node --require @backstage/cli/config/nodeTransform.cjs \
 *   packages/local-cluster/src/cli.ts \
 *   [--kind auto|embedded|kubernetes] [--kserve] [--stand-in] \
 *   [--port <number>] [--apply <file or directory>]... [--no-config] \
 *   -- <command> [<arguments>...]
 * ```
 *
 * `--kserve` runs KServe's own controller on the real API server;
 * `--stand-in` plays nodes, and on the embedded one KServe's controller.
 *
 * Exits with the code of the command, or with 1 when there is no cluster to
 * run it with, or 2 for arguments that make no sense.
 */
async function main(): Promise<number> {
  const usage =
    'Usage: cli.ts [--kind auto|embedded|kubernetes] [--kserve] [--stand-in] [--port <number>] [--apply <file or directory>]... [--no-config] -- <command...>';
  // Plain write: console is for the command that is run.
  const log = (line: string) => process.stderr.write(`${line}\n`);
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'auto' },
        kserve: { type: 'boolean', default: false },
        'stand-in': { type: 'boolean', default: false },
        port: { type: 'string' },
        apply: { type: 'string', multiple: true, default: [] },
        'no-config': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    log(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  const { values, positionals: command } = parsed;
  const kinds = ['auto', 'embedded', 'kubernetes'];
  if (command.length === 0 || !kinds.includes(values.kind)) {
    log(usage);
    return 2;
  }
  return runWithLocalCluster({
    kind: values.kind as 'auto' | LocalClusterKind,
    kserve: values.kserve,
    standIn: values['stand-in'],
    port: values.port ? Number(values.port) : undefined,
    apply: values.apply,
    config: !values['no-config'],
    command,
    log,
  });
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
