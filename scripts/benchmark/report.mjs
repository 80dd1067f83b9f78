import os from 'node:os';

/**
 * @typedef {object} Measure
 * @property {string} name
 * @property {number} limit in milliseconds, which the median has to be below
 * @property {number[]} runs in milliseconds, one for each run
 */

/** The smallest value that so many percent of the values are not above. */
export function percentile(values, percent) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

const median = values => percentile(values, 50);

/** What the numbers depend on. */
export function describeMachine() {
  const [{ model }] = os.cpus();
  const load = os.loadavg().map(value => value.toFixed(2));
  return `${os.availableParallelism()} cores of ${model.trim()}, load average ${load.join(
    ', ',
  )}, Node.js ${process.versions.node}`;
}

/**
 * Prints the measures as a table.
 *
 * @param {Measure[]} measures
 * @returns {boolean} whether all are below their limits
 */
export function printMeasures(measures) {
  const rows = [
    ['measure', 'limit', 'median', 'runs (ms)', ''],
    ...measures.map(({ name, limit, runs }) => [
      name,
      `${limit} ms`,
      `${Math.round(median(runs))} ms`,
      runs.map(value => Math.round(value)).join(' '),
      median(runs) < limit ? 'ok' : 'MISSED',
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  console.log();
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  return measures.every(({ limit, runs }) => median(runs) < limit);
}
