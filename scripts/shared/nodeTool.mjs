import { createRequire } from 'node:module';
import path from 'node:path';
import { repositoryRoot } from './repositoryRoot.mjs';

const require = createRequire(path.join(repositoryRoot, 'package.json'));

/**
 * The command that runs a tool which the root's package.json depends on, with this Node.js and without a shell.
 *
 * @param {string} packageName such as `prettier`
 * @param {string} [tool] the name of its program, when it is another one
 * @returns {string[]}
 */
export function nodeTool(packageName, tool = packageName) {
  const manifest = require(`${packageName}/package.json`);
  const program =
    typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[tool];
  const directory = path.dirname(
    require.resolve(`${packageName}/package.json`),
  );
  return [process.execPath, path.join(directory, program)];
}
