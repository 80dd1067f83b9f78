import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { noCounts, readPlaywrightCounts } from './counts.mjs';
import { findChromium } from './findChromium.mjs';
import { nodeTool } from './nodeTool.mjs';
import { repositoryRoot } from './repositoryRoot.mjs';
import { runCommand } from './runCommand.mjs';

const playwright = () => [
  ...nodeTool('@playwright/test', 'playwright'),
  'test',
];

// With CI set, Playwright's defaults expect a portal that is built and running.
const environment = { CI: '' };

function countTests() {
  const [program, ...args] = playwright();
  const { stdout } = spawnSync(program, [...args, '--list'], {
    cwd: repositoryRoot,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return Number(/^Total: (\d+) test/m.exec(stdout ?? '')?.[1] ?? 1);
}

function hasBrowser() {
  if (findChromium()) return true;
  const require = createRequire(path.join(repositoryRoot, 'package.json'));
  const { chromium } = require('@playwright/test');
  return fs.existsSync(chromium.executablePath());
}

/**
 * Runs the browser tests against a portal of their own. Where no browser is found, it says so and counts them as skipped.
 *
 * @param {string[]} [args] arguments for Playwright
 * @param {Record<string, string>} [env] further environment variables
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function testInBrowser(args = [], env = {}) {
  if (!hasBrowser()) {
    console.log(
      'Browser tests skipped: no Chromium or Chrome found. Install one, name it in CHROMIUM_PATH, or run `yarn playwright install chromium`.',
    );
    return { ...noCounts(), skipped: countTests() };
  }
  const report = path.join(repositoryRoot, 'test-results/browser.json');
  fs.rmSync(report, { force: true });
  const code = await runCommand([...playwright(), ...args], {
    ...env,
    ...environment,
  });
  const counts = readPlaywrightCounts(report);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
