// Run by scripts/benchmark.mjs beside a local cluster: starts the portal, measures what is named, prints the table.
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import { findChromium } from '../shared/findChromium.mjs';
import { measureConnections } from './measureConnections.mjs';
import { measureTypes } from './measureTypes.mjs';
import { describeMachine, printMeasures } from './report.mjs';
import { startPortal } from './startPortal.mjs';

const require = createRequire(import.meta.url);
const {
  connectLocalCluster,
} = require('../../packages/local-cluster/src/index.ts');

const PARTS = { types: measureTypes, connections: measureConnections };
const runs = Number(process.env.MOORING_BENCH_RUNS || 5);
const cluster = connectLocalCluster();

async function main() {
  console.log(describeMachine());
  const portal = await startPortal();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
  });
  try {
    console.log(`Chromium ${browser.version()}, ${cluster.title}`);
    const measures = [];
    for (const part of process.argv.slice(2))
      measures.push(...(await PARTS[part]({ portal, browser, cluster, runs })));
    console.log(describeMachine());
    return printMeasures(measures);
  } finally {
    await browser.close();
    await portal.stop();
    await cluster.stop();
  }
}

process.exitCode = (await main()) ? 0 : 1;
