import path from 'node:path';
import { repositoryRoot } from './repositoryRoot.mjs';

/**
 * The command line that starts a local cluster, applies manifests to it, runs a command beside it, and stops it when the
 * command ends.
 *
 * @param {object} options
 * @param {string} options.kind which API server: `embedded`, `kubernetes`, or `auto`, which takes the real one where it
 *   is built
 * @param {boolean} [options.kserve] whether KServe's own controller is to work on it
 * @param {boolean} [options.standIn] whether nodes, and on the embedded one KServe's controller, are played
 * @param {string[]} [options.apply] files and directories, relative to the repository
 * @param {string[]} command the command and its arguments
 * @returns {string[]} the program and its arguments
 */
export function localClusterCommand(
  { kind, kserve = false, standIn = false, apply = [] },
  command,
) {
  const inRepository = file => path.join(repositoryRoot, file);
  return [
    process.execPath,
    '--require',
    inRepository('node_modules/@backstage/cli/config/nodeTransform.cjs'),
    inRepository('packages/local-cluster/src/cli.ts'),
    '--kind',
    kind,
    ...(kserve ? ['--kserve'] : []),
    ...(standIn ? ['--stand-in'] : []),
    ...apply.flatMap(file => ['--apply', inRepository(file)]),
    '--',
    ...command,
  ];
}
