import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const SCREENSHOTS = 'test-results/screenshots';

/** The text of everything that the browser receives from now on. */
function collectResponses(page: Page) {
  const texts: Promise<string>[] = [];
  page.on('response', response => {
    // Redirects and cancelled requests have no body.
    texts.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(texts)).join('\n');
}

/** Takes the page in both themes; the portal follows what the system prefers. */
async function takeScreenshots(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      colorScheme,
    );
    // Toasts and ripples of what happened just before.
    await page.waitForTimeout(500);
    await page.screenshot({
      path: `${SCREENSHOTS}/${name}-${colorScheme}.png`,
      fullPage: true,
    });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Expects that nothing on the page hinders people much who use it by keyboard or screen reader. */
async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, targets: nodes.map(node => node.target) }));
  expect(grave).toEqual([]);
}

test('creates a connection, shows it with the model, and deletes it', async ({
  page,
}) => {
  const planted = `planted-${crypto.randomUUID()}`;
  const received = collectResponses(page);

  await test.step('an empty project says what to do next', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Model connections' }).click();
    const project = page.getByRole('textbox', { name: 'Project' });
    await project.fill('demo');
    await page.getByRole('option', { name: /demo-project/ }).click();
    await expect(
      page.getByText('No connections in demo-project'),
    ).toBeVisible();
    await takeScreenshots(page, 'list-empty');
  });

  await test.step('a connection is created from the S3 type', async () => {
    await page
      .getByRole('link', { name: 'Create connection' })
      .or(page.getByRole('button', { name: 'Create connection' }))
      .first()
      .click();
    await page.getByText('Any S3-compatible bucket').click();
    await page.getByLabel('Display name').fill('MinIO models');
    await expect(page.getByLabel('Resource name')).toHaveValue('minio-models');
    await page.getByLabel('Endpoint').fill('http://minio.minio.svc:9000');
    await page.getByLabel('Access key').fill('minio-user');
    await page.getByRole('textbox', { name: 'Secret key' }).fill(planted);
    await page.getByLabel('Region').fill('us-east-1');
    await page.getByLabel('Bucket', { exact: true }).fill('models');
    await expectAccessible(page);
    await takeScreenshots(page, 'create');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
  });

  const row = page.getByRole('row', { name: /MinIO models/ });
  await test.step('it is in the list', async () => {
    await expect(row).toBeVisible();
    await expect(row).toContainText('minio-models');
    await expect(row).toContainText('S3');
    await expectAccessible(page);
    await takeScreenshots(page, 'list');
  });

  await test.step('it is on the page of a model of that project', async () => {
    await page.goto('/catalog/default/component/qwen2-5-7b');
    await page.getByRole('tab', { name: 'Connections' }).click();
    await expect(row).toBeVisible();
    await takeScreenshots(page, 'entity-tab');
  });

  await test.step('typing its name deletes it', async () => {
    await page.goto(
      '/model-connections/connections?cluster=local&namespace=demo-project',
    );
    await row.getByRole('button', { name: /Actions for/ }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    const dialog = page.getByRole('dialog');
    const remove = dialog.getByRole('button', { name: 'Delete' });
    await expect(remove).toBeDisabled();
    await dialog.getByLabel('Resource name').fill('minio-models');
    await remove.click();
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden();
    await expect(
      page.getByText('No connections in demo-project'),
    ).toBeVisible();
  });

  await test.step('its secret value never came back', async () => {
    const texts = await received();
    expect(texts).toContain('MinIO models');
    expect(texts).not.toContain(planted);
    expect(texts).not.toContain(Buffer.from(planted).toString('base64'));
  });
});
