import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { apiAs, useAs } from './support/people';
import { switchTheme, takeScreenshot } from './support/screenshots';

const PAGE = '/model-connections/connections?cluster=local';

const connection = {
  name: 'released-models',
  displayName: 'Released models',
  typeName: 'ct-uri-repository',
  values: { URI: 'https://models.example.com/model.tar.gz' },
};

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  const call = await apiAs(request, 'guest');
  for (const project of ['demo-project', 'second-project']) {
    const path = `/namespaces/${project}/connections`;
    expect((await call('POST', path, connection)).status()).toBe(201);
  }
});

test.afterAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  const call = await apiAs(request, 'guest');
  for (const project of ['demo-project', 'second-project']) {
    const path = `/namespaces/${project}/connections/${connection.name}`;
    expect((await call('DELETE', path)).status()).toBe(204);
  }
});

test('who may nothing gets a page that explains', async ({ page }) => {
  await useAs(page, 'noah');
  await page.goto('/model-connections');
  const title = page.getByText('You may not see the clusters of this portal');
  await expect(title).toBeVisible();
  await expect(page.locator('article')).toContainText(
    'modelConnections.cluster.read',
  );
  await expect(
    page.getByRole('button', { name: 'Create connection' }),
  ).toHaveCount(0);
  await expectAccessible(page);
  await takeScreenshot(page, 'no-rights-light');
  await page.goto('/catalog/default/component/qwen2-5-7b/model-connections');
  await expect(title).toBeVisible();
  await switchTheme(page, 'dark');
  await expect(title).toBeVisible();
  await takeScreenshot(page, 'no-rights-entity-tab-dark');
});

test('who may only look sees no button that does nothing', async ({ page }) => {
  await useAs(page, 'vera');
  await page.goto(`${PAGE}&namespace=demo-project`);
  const row = page.getByRole('row', { name: /Released models/ });
  await expect(row).toBeVisible();
  await expect(
    page.locator('article').getByText('You may only look at these connections'),
  ).toBeVisible();
  for (const name of [/Create/, /Adopt/, /Delete/, /Install/]) {
    await expect(
      page.getByRole('button', { name }).or(page.getByRole('link', { name })),
    ).toHaveCount(0);
  }
  await row.getByRole('button', { name: /Actions for/ }).click();
  await expect(page.getByRole('menuitem')).toHaveText([/Show YAML/]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expectAccessible(page);
  for (const theme of ['dark', 'light'] as const) {
    await switchTheme(page, theme);
    await expect(row).toBeVisible();
    await takeScreenshot(page, `read-only-${theme}`);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(row).toBeVisible();
  await takeScreenshot(page, 'read-only-narrow');
});

test('who owns a project sees that project alone', async ({ page }) => {
  await useAs(page, 'dana');
  await page.goto(`${PAGE}&namespace=-`);
  const rows = page.getByRole('row', { name: /Released models/ });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('demo-project');
  await rows.getByRole('button', { name: /Actions for/ }).click();
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toBeEnabled();
});

test('the sidebar goes on as somebody else, and back', async ({ page }) => {
  await page.goto(`${PAGE}&namespace=demo-project`);
  const create = page
    .getByRole('link', { name: 'Create connection' })
    .or(page.getByRole('button', { name: 'Create connection' }));
  await expect(create.first()).toBeVisible();
  await page.getByRole('button', { name: /You are Guest/ }).click();
  await page.getByRole('menuitem', { name: /Vera/ }).click();
  await expect(
    page.getByRole('button', { name: /You are Vera/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Released models/ }),
  ).toBeVisible();
  await expect(create).toHaveCount(0);
  await page.getByRole('button', { name: /You are Vera/ }).click();
  await page.getByRole('menuitem', { name: /Guest/ }).click();
  await expect(create.first()).toBeVisible();
});
