import { letters, observeKeyPresses, pressKeys } from './keyPresses.mjs';
import { manyFields } from './manyFields.mjs';
import { percentile } from './report.mjs';

const FIELDS = 200;
const LIMIT_MILLISECONDS = 50;
const PRESSES = 40;

const times = (count, key) => Array(count).fill(key);

/** What is pressed in the editor, by name; each gets the page with the editor on it, and gives the times. */
const ways = {
  'typing the display name': async page => {
    await page.getByLabel('Display name').focus();
    await page.keyboard.press('End');
    return await pressKeys(page, letters(PRESSES));
  },
  'typing a name in the field dialog': async page => {
    await page.getByRole('button', { name: 'Add field' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: false }).first().focus();
    const presses = await pressKeys(page, letters(PRESSES));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    return presses;
  },
  'typing in the live preview': async page => {
    const preview = page.getByRole('region', { name: 'Live preview' });
    await preview.getByRole('textbox').first().focus();
    return await pressKeys(page, letters(PRESSES));
  },
  'moving a row by keyboard': async page => {
    await page
      .getByRole('button', { name: 'Move Field 100', exact: true })
      .focus();
    await page.keyboard.press('Space');
    const presses = await pressKeys(page, [
      ...times(PRESSES / 2, 'ArrowUp'),
      ...times(PRESSES / 2, 'ArrowDown'),
    ]);
    await page.keyboard.press('Space');
    return presses;
  },
  'switching a field to required': async page => {
    await page
      .locator('tr[data-field="Field 100"]')
      .getByRole('checkbox')
      .focus();
    return await pressKeys(page, times(PRESSES, 'Space'));
  },
};

/**
 * From key press to paint in the editor of a type with 200 fields: the 95th percentile of each run.
 *
 * @returns {Promise<import('./report.mjs').Measure[]>}
 */
export async function measureTypes({ portal, browser, runs }) {
  await portal.call('POST', '/connection-types', {
    name: 'ct-benchmark',
    displayName: 'Benchmark',
    categories: ['Benchmark'],
    enabled: true,
    fields: manyFields(FIELDS),
  });
  const measures = Object.keys(ways).map(name => ({
    name: `${name}, ${FIELDS} fields, p95`,
    limit: LIMIT_MILLISECONDS,
    runs: [],
  }));
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 960 },
    });
    await observeKeyPresses(context);
    const page = await context.newPage();
    await page.goto(
      `${portal.url}/model-connections/connection-types/edit/ct-benchmark?cluster=local`,
    );
    await page
      .locator(`tr[data-field="Field ${FIELDS}"]`)
      .waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    for (const [index, way] of Object.values(ways).entries())
      measures[index].runs.push(percentile(await way(page), 95));
    await context.close();
  }
  return measures;
}
