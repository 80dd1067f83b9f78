import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects that nothing in the page's content hinders people much who use it by keyboard or screen reader. What Backstage
 * draws around it is not ours; a dialog stands beside the content. The test goes on, to show what else is wrong.
 */
export async function expectAccessible(
  page: Page,
  within: 'article' | '[role="dialog"]' = 'article',
) {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, targets: nodes.map(node => node.target) }));
  expect.soft(grave).toEqual([]);
}
