// Runs the browser tests; arguments go to Playwright.
import { formatCounts } from './shared/counts.mjs';
import { testInBrowser } from './shared/testInBrowser.mjs';

const counts = await testInBrowser(process.argv.slice(2));
console.log(formatCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
