import {
  observeKeyPresses,
  pressKeys,
  pressKeysAndSettle,
} from './keyPresses.mjs';
import { percentile } from './report.mjs';

const CONNECTIONS = 5000;
const PROJECT = 'benchmark';
const WRITERS = 50;
const ROWS_LIMIT_MILLISECONDS = 1000;
const SEARCH_LIMIT_MILLISECONDS = 100;
const TYPES = ['s3-storage', 'uri-repository', 'huggingface'];
const PROTOCOLS = ['s3', 'uri', 'hf'];

const connection = number => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: `connection-${number}`,
    labels: { 'cpaas.io/dashboard': 'true' },
    annotations: {
      'cpaas.io/display-name': `Models of team ${number}`,
      'cpaas.io/connection-type-ref': `ct-${TYPES[number % TYPES.length]}`,
      'cpaas.io/connection-type-protocol': PROTOCOLS[number % TYPES.length],
      'cpaas.io/creator': `user:default/person-${number % 40}`,
    },
  },
  type: 'Opaque',
  stringData: { KEY: String(number) },
});

async function createConnections(cluster) {
  await cluster.apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: PROJECT } },
  ]);
  let next = 0;
  const write = async () => {
    while (next < CONNECTIONS) {
      next += 1;
      const { status } = await cluster.request(
        'POST',
        `/api/v1/namespaces/${PROJECT}/secrets`,
        { body: connection(next) },
      );
      if (status !== 201) throw new Error(`A Secret was refused: ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

/** Runs in the page, before anything of it: notes when the first page of rows had come, and when rows were painted. */
function observeFirstRows() {
  const seen = {};
  window.mooringFirstRows = seen;
  new PerformanceObserver(list => {
    for (const { name, responseEnd } of list.getEntries())
      if (/\/namespaces\/[^/]+\/connections\?/.test(name))
        seen.lastByte ??= responseEnd;
  }).observe({ type: 'resource', buffered: true });
  const rows = new MutationObserver(() => {
    if (!document.querySelector('table[aria-label="Connections"] tbody tr'))
      return;
    rows.disconnect();
    // A task of its own after the frame: the paint is behind it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (seen.painted = performance.now());
      port2.postMessage(undefined);
    });
  });
  rows.observe(document, { childList: true, subtree: true });
}

/**
 * A project with 5,000 connections: from the last byte of the first page to its first rows, and, once all are loaded, from
 * key press to paint in the search: of what was typed, and of the rows that match it.
 *
 * @returns {Promise<import('./report.mjs').Measure[]>}
 */
export async function measureConnections({ portal, browser, cluster, runs }) {
  await createConnections(cluster);
  const rows = {
    name: `first rows after the last byte of their page, ${CONNECTIONS} connections`,
    limit: ROWS_LIMIT_MILLISECONDS,
    runs: [],
  };
  const search = {
    name: `typing in the search, ${CONNECTIONS} connections, p95`,
    limit: SEARCH_LIMIT_MILLISECONDS,
    runs: [],
  };
  const found = {
    name: `until the rows follow the search, ${CONNECTIONS} connections, p95`,
    limit: SEARCH_LIMIT_MILLISECONDS,
    runs: [],
  };
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 960 },
    });
    await observeKeyPresses(context);
    await context.addInitScript(observeFirstRows);
    const page = await context.newPage();
    await page.goto(
      `${portal.url}/model-connections?cluster=local&namespace=${PROJECT}`,
    );
    await page
      .getByText(/^5,?000 connections$/)
      .first()
      .waitFor({ timeout: 120_000 });
    const { lastByte, painted } = await page.evaluate(
      () => window.mooringFirstRows,
    );
    rows.runs.push(painted - lastByte);
    await page.getByRole('searchbox').focus();
    const words = [...'models of team 4321'].map(key =>
      key === ' ' ? 'Space' : key,
    );
    const keys = [...words, ...words.map(() => 'Backspace')];
    search.runs.push(percentile(await pressKeys(page, keys), 95));
    found.runs.push(percentile(await pressKeysAndSettle(page, keys), 95));
    await context.close();
  }
  return [rows, search, found];
}
