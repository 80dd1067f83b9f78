import { expect, type Page, test } from '@playwright/test';
import { connectCluster } from './support/cluster';
import { expectAccessible } from './support/expectAccessible';
import { modelService } from './support/modelService';
import { apiAs } from './support/people';
import { nextSecond } from './support/nextSecond';
import { switchTheme, takeScreenshot } from './support/screenshots';
import { tabTo } from './support/tabTo';

const PROJECT = 'second-project';
const LIST = `/model-connections/connections?cluster=local&namespace=${PROJECT}`;
const EDIT = `/model-connections/connections/edit/minio-models?cluster=local&namespace=${PROJECT}`;
const PATH = `/namespaces/${PROJECT}/connections`;
const THEMES = ['dark', 'light'] as const;

const connection = (secret: string, name = 'minio-models') => ({
  name,
  displayName: 'MinIO models',
  typeName: 'ct-s3-storage',
  values: {
    AWS_S3_ENDPOINT: 'http://minio.minio.svc:9000',
    AWS_ACCESS_KEY_ID: 'minio-user',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_S3_BUCKET: 'models',
  },
});
const { account, service, pod } = modelService(PROJECT, 'qwen', 'minio-models');
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'minio-models', namespace: PROJECT },
};

let cluster: Awaited<ReturnType<typeof connectCluster>>;
let call: Awaited<ReturnType<typeof apiAs>>;

test.beforeAll(async ({ playwright }) => {
  cluster = await connectCluster(playwright);
  call = await apiAs(await playwright.request.newContext(), 'guest');
});
test.afterEach(async () => {
  const { items } = await (await call('GET', PATH)).json();
  for (const { name } of items) await call('DELETE', `${PATH}/${name}`);
  for (const object of [service, account, pod('old'), pod('new')]) {
    await cluster.remove(object);
  }
});
test.afterAll(() => cluster.dispose());

async function createConnection(planted = 'first-secret') {
  const answer = await call('POST', PATH, connection(planted));
  expect(answer.status(), await answer.text()).toBe(201);
}

async function createService() {
  await cluster.create(account);
  await cluster.create(service);
  await cluster.create(pod('old'));
}

async function storedValue(key: string) {
  const answer = await cluster.call(
    'GET',
    `/api/v1/namespaces/${PROJECT}/secrets/minio-models`,
  );
  const { data } = await answer.json();
  return data[key] && Buffer.from(data[key], 'base64').toString();
}

const rowOf = (page: Page) => page.getByRole('row', { name: /MinIO models/ });

test('rotates a secret and applies it to the service that uses it', async ({
  page,
}) => {
  const planted = `planted-${crypto.randomUUID()}`;
  const received: Promise<string>[] = [];
  page.on('response', response => {
    received.push(response.text().catch(() => ''));
  });
  await createConnection();
  await nextSecond();
  await createService();

  await test.step('the list tells who uses it', async () => {
    await page.goto(LIST);
    await expect(rowOf(page)).toContainText('1 service');
    await rowOf(page).getByRole('link', { name: 'MinIO models' }).click();
    await expect(
      page.getByRole('heading', { name: 'Edit MinIO models' }),
    ).toBeVisible();
  });

  await test.step('a new value is typed, and what it leads to is said', async () => {
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await page.getByRole('button', { name: 'Replace Secret key' }).click();
      await page.getByRole('textbox', { name: /Secret key/ }).fill(planted);
      await page.getByLabel('Bucket', { exact: true }).fill('models-eu');
      await expect(page.getByText('Will need a redeployment')).toBeVisible();
      await expectAccessible(page);
      await takeScreenshot(page, `edit-${theme}`);
    }
    await page.getByLabel('Bucket', { exact: true }).fill('models');
    await expect(page.getByText('Will need a restart')).toBeVisible();
    await page.getByRole('checkbox', { name: /Apply it right/ }).check();
  });

  await test.step('the service is restarted and followed until it has caught up', async () => {
    await nextSecond();
    await page.getByRole('button', { name: 'Save and apply' }).click();
    const drawer = page.getByRole('dialog', { name: /Used by/ });
    await expect(drawer).toContainText('Restarted, waiting for new pods');
    await takeScreenshot(page, 'apply-light');
    expect(await storedValue('AWS_SECRET_ACCESS_KEY')).toBe(planted);
    const answer = await cluster.call(
      'GET',
      `/apis/serving.kserve.io/v1beta1/namespaces/${PROJECT}/inferenceservices/qwen`,
    );
    const { spec } = await answer.json();
    expect(JSON.stringify(spec.predictor.annotations)).toContain(
      'mooring.dev/restarted-at',
    );
    // What KServe does with it.
    await nextSecond();
    await cluster.create(pod('new'));
    await cluster.remove(pod('old'));
    await expect(drawer).toContainText('Done: 1 service has caught up.');
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect(rowOf(page)).toBeVisible();
    await expect(rowOf(page)).not.toContainText('need');
  });

  await test.step('the secret value never came back', async () => {
    const texts = (await Promise.all(received)).join('\n');
    expect(texts).toContain('minio-user');
    expect(texts).not.toContain(planted);
    expect(texts).not.toContain(Buffer.from(planted).toString('base64'));
  });
});

test('shows both versions where somebody else saved meanwhile', async ({
  page,
}) => {
  await createConnection();
  await createService();
  await page.goto(EDIT);
  const region = page.getByLabel('Region', { exact: true });
  const bucket = page.getByLabel('Bucket', { exact: true });
  await expect(region).toHaveValue('us-east-1');
  await page.getByLabel('Description').fill('Read access to released weights');
  await bucket.fill('models-eu');
  await nextSecond();
  await cluster.patch(secret, {
    stringData: {
      AWS_S3_BUCKET: 'models-prod',
      AWS_DEFAULT_REGION: 'eu-central-1',
    },
  });
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('saved while you edited it');
  await dialog
    .getByRole('radiogroup', { name: 'Bucket' })
    .getByRole('radio')
    .last()
    .check();
  await takeScreenshot(page, 'conflict-light');
  await dialog.getByRole('button', { name: 'Save this mix' }).click();
  await expect(rowOf(page)).toBeVisible();
  expect(await storedValue('AWS_S3_BUCKET')).toBe('models-eu');
  expect(await storedValue('AWS_DEFAULT_REGION')).toBe('eu-central-1');
  expect(await storedValue('AWS_SECRET_ACCESS_KEY')).toBe('first-secret');
});

test('duplicates, copies, shows and adopts, and deletes with what hangs on it', async ({
  page,
}) => {
  await createConnection();
  await createService();
  await page.goto(LIST);
  const act = async (name: RegExp) => {
    await rowOf(page)
      .first()
      .getByRole('button', { name: 'Actions for MinIO models', exact: true })
      .click();
    await page.getByRole('menuitem', { name }).click();
    return page.getByRole('dialog');
  };

  await test.step('YAML without any value', async () => {
    const dialog = await act(/Show YAML/);
    await expect(dialog).toContainText('AWS_SECRET_ACCESS_KEY');
    await expect(dialog).not.toContainText('first-secret');
    await takeScreenshot(page, 'manifest-light');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a duplicate is in the list at once', async () => {
    const dialog = await act(/Duplicate/);
    await expect(dialog.getByLabel('Resource name')).toHaveValue(
      'minio-models-copy',
    );
    await takeScreenshot(page, 'duplicate-light');
    await dialog.getByRole('button', { name: 'Duplicate' }).click();
    const copy = page.getByRole('row', { name: /minio-models-copy/ });
    await expect(copy).toContainText('New');
    await expect(copy).toContainText('S3 storage');
  });

  await test.step('a copy lies in the other project', async () => {
    const dialog = await act(/Copy to project/);
    await dialog.getByRole('textbox', { name: 'Project' }).fill('demo');
    await page.getByRole('option', { name: /demo-project/ }).click();
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(dialog).toBeHidden();
    const copy = '/namespaces/demo-project/connections/minio-models';
    expect((await call('GET', copy)).status()).toBe(200);
    expect((await call('DELETE', copy)).status()).toBe(204);
  });

  await test.step('a Secret of others becomes a connection', async () => {
    await cluster.create({
      ...secret,
      metadata: { name: 'found-keys', namespace: PROJECT },
      stringData: {
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'b',
      },
    });
    await page.getByRole('button', { name: 'Adopt a Secret' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the Secret').fill('no-such-secret');
    await dialog.getByRole('button', { name: 'Connection type' }).click();
    await page.getByRole('option', { name: 'S3 storage' }).click();
    await dialog.getByRole('button', { name: 'Adopt' }).click();
    await expect(dialog).toContainText('There is no Secret of that name');
    await takeScreenshot(page, 'adopt-light');
    await dialog.getByLabel('Name of the Secret').fill('found-keys');
    await dialog.getByLabel('Display name').fill('Found keys');
    await dialog.getByRole('button', { name: 'Adopt' }).click();
    await expect(page.getByRole('row', { name: /Found keys/ })).toContainText(
      'New',
    );
  });

  await test.step('a deletion says what it breaks, and cleans up', async () => {
    await cluster.remove(service);
    const dialog = await act(/Delete/);
    await expect(dialog).toContainText('qwen-model-source');
    await dialog.getByRole('checkbox', { name: /qwen-model-source/ }).check();
    await takeScreenshot(page, 'delete-light');
    await dialog.getByLabel('Resource name').fill('minio-models');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog).toBeHidden();
    const answer = await cluster.call(
      'GET',
      `/api/v1/namespaces/${PROJECT}/serviceaccounts/qwen-model-source`,
    );
    expect(answer.status()).toBe(404);
  });
});

test('everything by keyboard: find, edit, apply, delete', async ({ page }) => {
  await createConnection();
  await nextSecond();
  await createService();
  await page.goto(LIST);
  const { keyboard } = page;
  await expect(rowOf(page)).toBeVisible();
  await tabTo(page, page.getByRole('searchbox'));
  await keyboard.type('minio');
  await tabTo(page, rowOf(page).getByRole('link'));
  await keyboard.press('Enter');

  await tabTo(page, page.getByLabel('Region', { exact: true }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('eu-central-1');
  await nextSecond();
  await tabTo(page, page.getByRole('button', { name: 'Save' }));
  await keyboard.press('Enter');
  // One goes on from the row that was saved.
  await expect(rowOf(page)).toBeFocused();
  await expect(rowOf(page)).toContainText('1 needs restart');

  await tabTo(page, rowOf(page).getByRole('button', { name: /Actions for/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /Used by/ });
  await tabTo(page, drawer.getByRole('button', { name: 'Apply to 1 service' }));
  await keyboard.press('Enter');
  await tabTo(page, drawer.getByRole('button', { name: 'Stop following' }));
  await keyboard.press('Enter');
  await expect(drawer).toContainText('The rollout itself goes on');
  await keyboard.press('Escape');
  await expect(
    rowOf(page).getByRole('button', { name: /Actions for/ }),
  ).toBeFocused();

  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Resource name')).toBeFocused();
  await keyboard.type('minio-models');
  await keyboard.press('Enter');
  await expect(rowOf(page)).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('fits narrow screens', async ({ page }) => {
  await createConnection();
  await createService();
  await page.setViewportSize({ width: 360, height: 740 });
  const fits = async () =>
    expect(
      await page.evaluate(
        () =>
          document.documentElement.scrollWidth <=
          document.documentElement.clientWidth,
      ),
    ).toBe(true);
  await page.goto(LIST);
  await expect(rowOf(page)).toContainText('1 service');
  await fits();
  await expectAccessible(page);
  await takeScreenshot(page, 'list-narrow');
  await rowOf(page)
    .getByRole('button', { name: /Used by/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('qwen');
  await takeScreenshot(page, 'dependents-narrow');
  await page.goto(EDIT);
  await expect(page.getByLabel('Region', { exact: true })).toBeVisible();
  await fits();
  await expectAccessible(page);
  await page.screenshot({
    path: 'test-results/screenshots/edit-narrow.png',
    fullPage: true,
  });
});
