import fs from 'node:fs';
import path from 'node:path';
import { readJestCounts } from './counts.mjs';
import { nodeTool } from './nodeTool.mjs';
import { repositoryRoot } from './repositoryRoot.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Runs tests of all packages.
 *
 * @param {object} options
 * @param {string} options.name names the report
 * @param {string[]} [options.args] arguments for Jest
 * @param {Record<string, string>} [options.env] environment variables for the tests
 * @param {(command: string[]) => string[]} [options.around] puts a command around the one that runs Jest
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function testWithJest({
  name,
  args = [],
  env = {},
  around = command => command,
}) {
  const report = path.join(repositoryRoot, 'test-results', `${name}.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.rmSync(report, { force: true });
  const code = await runCommand(
    around([
      ...nodeTool('@backstage/cli', 'backstage-cli'),
      'repo',
      'test',
      '--json',
      `--outputFile=${report}`,
      // Jest's five seconds are few for forms that are typed into on a busy machine.
      '--testTimeout=30000',
      ...args,
    ]),
    // Without CI, Backstage's test command waits for changes.
    { CI: 'true', ...env },
  );
  const counts = readJestCounts(report);
  // Whatever else went wrong must not be lost behind tests that passed.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
