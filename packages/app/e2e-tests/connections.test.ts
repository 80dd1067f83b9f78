import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import {
  switchTheme,
  takeScreenshot,
  takeScreenshots,
} from './support/screenshots';

/** The text of everything that the browser receives from now on. */
function collectResponses(page: Page) {
  const texts: Promise<string>[] = [];
  page.on('response', response => {
    // Redirects and cancelled requests have no body.
    texts.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(texts)).join('\n');
}

async function fillInForm(page: Page, secretKey: string) {
  await page.getByText('Any S3-compatible bucket').click();
  await page.getByLabel('Display name').fill('MinIO models');
  await expect(page.getByLabel('Resource name')).toHaveValue('minio-models');
  await page.getByLabel('Endpoint').fill('http://minio.minio.svc:9000');
  await page.getByLabel('Access key').fill('minio-user');
  await page.getByRole('textbox', { name: 'Secret key' }).fill(secretKey);
  await page.getByLabel('Region').fill('us-east-1');
  await page.getByLabel('Bucket', { exact: true }).fill('models');
}

test('creates a connection, shows it with the model, and deletes it', async ({
  page,
}) => {
  const planted = `planted-${crypto.randomUUID()}`;
  const received = collectResponses(page);
  const empty = page.getByText('No connections in demo-project');
  const row = page.getByRole('row', { name: /MinIO models/ });

  await test.step('an empty project says what to do next', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Model connections' }).click();
    // The page completes its address with what it shows at first.
    await expect(page).toHaveURL(/namespace=/);
    const project = page.getByRole('textbox', { name: 'Project' });
    await project.fill('demo');
    await page.getByRole('option', { name: /demo-project/ }).click();
    await takeScreenshots(page, 'list-empty', empty);
  });

  await test.step('a connection is created from the S3 type', async () => {
    await page
      .getByRole('link', { name: 'Create connection' })
      .or(page.getByRole('button', { name: 'Create connection' }))
      .first()
      .click();
    for (const theme of ['dark', 'light'] as const) {
      await switchTheme(page, theme);
      await fillInForm(page, planted);
      await expectAccessible(page);
      await takeScreenshot(page, `create-${theme}`);
    }
    await page.getByRole('button', { name: 'Create', exact: true }).click();
  });

  await test.step('it is in the list', async () => {
    await expect(row).toBeVisible();
    await expect(row).toContainText('minio-models');
    await expect(row).toContainText('S3');
    await expectAccessible(page);
    await takeScreenshots(page, 'list', row);
  });

  await test.step('it is on the page of a model of that project', async () => {
    await page.goto('/catalog/default/component/qwen2-5-7b');
    await page.getByRole('link', { name: 'Connections', exact: true }).click();
    await expect(row).toBeVisible();
    await takeScreenshots(page, 'entity-tab', row);
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
    await expect(empty).toBeVisible();
  });

  await test.step('its secret value never came back', async () => {
    const texts = await received();
    expect(texts).toContain('MinIO models');
    expect(texts).not.toContain(planted);
    expect(texts).not.toContain(Buffer.from(planted).toString('base64'));
  });
});
