import { expect, type Locator, type Page } from '@playwright/test';

const SCREENSHOTS = 'test-results/screenshots';

/** Switches the theme; the portal follows what the system prefers. What was typed is lost by it. */
export async function switchTheme(page: Page, colorScheme: 'light' | 'dark') {
  // A portal that is still starting would miss the change.
  await expect(page.locator('body[data-theme-mode]')).toBeAttached();
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
}

/** Keeps what the page looks like, under a name of its own. */
export async function takeScreenshot(page: Page, name: string) {
  await page.screenshot({
    path: `${SCREENSHOTS}/${name}.png`,
    // Toasts, ripples and what else still moves are taken at their end.
    animations: 'disabled',
  });
}

/** Takes a page in both themes once `ready` is seen on it. */
export async function takeScreenshots(
  page: Page,
  name: string,
  ready: Locator,
) {
  for (const theme of ['dark', 'light'] as const) {
    await switchTheme(page, theme);
    await expect(ready).toBeVisible();
    await takeScreenshot(page, `${name}-${theme}`);
  }
}
