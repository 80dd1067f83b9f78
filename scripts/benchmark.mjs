// Measures how fast the pages answer, in a production build of the frontend, and compares with what they are held to:
//   yarn benchmark [types] [connections] [--no-build]
// Without a name both are measured. `--no-build` takes packages/app/dist as it is. Environment:
//   MOORING_CLUSTER     embedded (the default) or kubernetes
//   MOORING_BENCH_RUNS  how many runs the medians are taken over, 5 by default
// Exits with 1 when a limit is missed. Other work on the machine is measured along: run it on an idle one.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { localClusterCommand } from './shared/localClusterCommand.mjs';
import { nodeTool } from './shared/nodeTool.mjs';
import { repositoryRoot } from './shared/repositoryRoot.mjs';
import { runCommand } from './shared/runCommand.mjs';

const PARTS = ['types', 'connections'];

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-build': { type: 'boolean', default: false } },
  });
  const unknown = positionals.find(part => !PARTS.includes(part));
  if (unknown) throw new Error(`There is nothing called ${unknown}.`);
  return {
    parts: positionals.length > 0 ? positionals : PARTS,
    isBuilt: values['no-build'],
  };
}

async function main() {
  const { parts, isBuilt } = readArguments();
  if (!isBuilt) {
    const code = await runCommand(
      [...nodeTool('@backstage/cli', 'backstage-cli'), 'package', 'build'],
      { NODE_ENV: 'production' },
      path.join(repositoryRoot, 'packages/app'),
    );
    if (code !== 0) return code;
  }
  return await runCommand(
    localClusterCommand(
      {
        kind: process.env.MOORING_CLUSTER || 'embedded',
        apply: ['examples/cluster', 'deploy/connection-types.yaml'],
      },
      [
        process.execPath,
        '--require',
        path.join(
          repositoryRoot,
          'node_modules/@backstage/cli/config/nodeTransform.cjs',
        ),
        path.join(repositoryRoot, 'scripts/benchmark/measure.mjs'),
        ...parts,
      ],
    ),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(
    `${error.message}\nUsage: yarn benchmark [${PARTS.join(
      '] [',
    )}] [--no-build]`,
  );
  process.exitCode = 2;
}
