import { expect, type Page, test } from '@playwright/test';
import { expiredRootCa, rootCa } from '@mooring/test-certificates';
import { connectCluster } from './support/cluster';
import { expectAccessible } from './support/expectAccessible';
import { apiAs } from './support/people';
import { switchTheme } from './support/screenshots';
import { tabTo } from './support/tabTo';

const PROJECT = 'second-project';
const HERE = `cluster=local&namespace=${PROJECT}`;
const CORE = `/api/v1/namespaces/${PROJECT}`;

let cluster: Awaited<ReturnType<typeof connectCluster>>;
let call: Awaited<ReturnType<typeof apiAs>>;

test.beforeAll(async ({ playwright }) => {
  cluster = await connectCluster(playwright);
  call = await apiAs(await playwright.request.newContext(), 'guest');
});
test.afterEach(async () => {
  await call('DELETE', `/namespaces/${PROJECT}/connections/in-house-store`);
});
test.afterAll(() => cluster.dispose());

const stored = async (kind: 'secrets' | 'configmaps', name: string) =>
  await cluster.call('GET', `${CORE}/${kind}/${name}`);
const row = (page: Page) => page.getByRole('row', { name: /In-house store/ });
const part = (page: Page) => page.getByRole('region', { name: 'Advanced' });
const toggle = (page: Page) => page.getByRole('button', { name: 'Advanced' });
const checkbox = (page: Page, name: string) =>
  page.getByRole('checkbox', { name });

async function takePicture(page: Page, name: string) {
  const path = `test-results/screenshots/${name}.png`;
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
}

test('trusts an own certificate authority, all by keyboard', async ({
  page,
}) => {
  const { keyboard } = page;
  await page.goto(`/model-connections/connections/create?${HERE}`);

  await test.step('Advanced takes certificates and says what is wrong with them', async () => {
    await page.getByRole('radio', { name: /S3 storage/ }).focus();
    await keyboard.press('Space');
    await tabTo(page, page.getByLabel('Display name'));
    await keyboard.type('In-house store');
    await tabTo(page, page.getByLabel('Endpoint'));
    await keyboard.type('https://s3.in-house.example');
    await tabTo(page, page.getByLabel('Access key'));
    await keyboard.type('reader');
    await tabTo(page, page.getByRole('textbox', { name: 'Secret key' }));
    await keyboard.type('planted');
    await tabTo(page, toggle(page));
    await keyboard.press('Enter');
    await expect(toggle(page)).toHaveAttribute('aria-expanded', 'true');
    await tabTo(page, page.getByRole('button', { name: 'Paste text' }));
    await keyboard.press('Enter');
    const content = page.getByLabel('Content of CA certificate');
    await tabTo(page, content);
    await keyboard.insertText(rootCa.slice(0, 200));
    await tabTo(page, checkbox(page, 'Virtual-host buckets'));
    await expect(part(page)).toContainText('Certificate 1 of 1 is cut off');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create', exact: true }).focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('CA certificate');
    await expect(
      page.getByRole('button', {
        name: 'Remove the content of CA certificate',
      }),
    ).toBeFocused();
  });

  await test.step('in every theme and on narrow screens', async () => {
    for (const theme of ['dark', 'light'] as const) {
      await switchTheme(page, theme);
      // What was typed is lost by it.
      await page.getByRole('radio', { name: /S3 storage/ }).check();
      await page.getByLabel('Display name').fill('In-house store');
      await page.getByLabel('Endpoint').fill('https://s3.in-house.example');
      await page.getByLabel('Access key').fill('reader');
      await page.getByRole('textbox', { name: 'Secret key' }).fill('planted');
      await toggle(page).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'in-house.pem',
        mimeType: 'application/x-pem-file',
        buffer: Buffer.from(`${rootCa}${expiredRootCa}`),
      });
      await expect(part(page)).toContainText('Expired Root CA expired on');
      await expect(part(page)).toContainText('in-house.pem');
      await checkbox(page, 'Virtual-host buckets').check();
      await expectAccessible(page);
      await takePicture(page, `advanced-${theme}`);
    }
    const { width, height } = page.viewportSize()!;
    await page.setViewportSize({ width: 360, height: 740 });
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.documentElement.scrollWidth <=
            document.documentElement.clientWidth,
        ),
      )
      .toBe(true);
    await expectAccessible(page);
    await takePicture(page, 'advanced-narrow');
    await page.setViewportSize({ width, height });
  });

  await test.step('it lies where KServe reads it', async () => {
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(row(page)).toBeVisible();
    const secret = await (await stored('secrets', 'in-house-store')).json();
    expect(secret.metadata.annotations).toMatchObject({
      'serving.kserve.io/s3-cabundle-configmap': 'in-house-store-ca',
      'serving.kserve.io/s3-usevirtualbucket': 'true',
    });
    const configMap = await stored('configmaps', 'in-house-store-ca');
    const { data } = await configMap.json();
    expect(data).toEqual({ 'cabundle.crt': `${rootCa}${expiredRootCa}` });
  });

  await test.step('it is read back, and removed', async () => {
    await row(page).getByRole('link', { name: 'In-house store' }).click();
    await expect(part(page)).toContainText(
      'Own CA certificate · Virtual-host buckets',
    );
    await tabTo(page, toggle(page));
    await keyboard.press('Space');
    await expect(part(page)).toContainText('ConfigMap in-house-store-ca');
    await takePicture(page, 'advanced-edit-light');
    const remove = 'Remove the content of CA certificate';
    await tabTo(page, page.getByRole('button', { name: remove }));
    await keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: /Choose file: CA/ }),
    ).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Save' }));
    await keyboard.press('Enter');
    await expect(row(page)).toBeFocused();
    const configMap = await stored('configmaps', 'in-house-store-ca');
    expect(configMap.status()).toBe(404);
  });
});
