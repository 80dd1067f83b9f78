import { expect, type Page, test } from '@playwright/test';
import { connectCluster, type TestObject } from './support/cluster';
import { expectAccessible } from './support/expectAccessible';
import {
  chooseAction,
  chooseConnection,
  connectionField,
  deploy,
  expectNewPods,
  fillInService,
  lastStep,
  manifests,
  planted,
  podsOf,
  pressDeploy,
  ROLLOUT,
  rowOf,
  s3Connection,
  saveAndRollOut,
  servicePath,
  servicesUrl,
  titleOf,
  wayTo,
} from './support/modelServicePages';
import { nextSecond } from './support/nextSecond';
import { apiAs } from './support/people';
import { switchTheme, takeScreenshot } from './support/screenshots';
import { tabTo } from './support/tabTo';

const PROJECT = 'model-operations';
const LIST = servicesUrl(PROJECT);

let cluster: Awaited<ReturnType<typeof connectCluster>>;

test.beforeAll(async ({ playwright }) => {
  cluster = await connectCluster(playwright);
  const call = await apiAs(await playwright.request.newContext(), 'guest');
  await cluster.createProject(PROJECT);
  const answer = await call(
    'POST',
    `/namespaces/${PROJECT}/connections`,
    s3Connection('minio-models', 'MinIO models', 'models'),
  );
  expect(answer.status(), await answer.text()).toBe(201);
});
test.afterAll(async () => {
  await cluster.call('DELETE', `/api/v1/namespaces/${PROJECT}`);
  await cluster.dispose();
});

const SECRET: TestObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'minio-models', namespace: PROJECT },
};

/** Changes values of the connection as somebody with kubectl would. */
async function changeConnection(values: Record<string, string>) {
  // Kubernetes' times are whole seconds: the change is later than the pods.
  await nextSecond();
  const data = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]),
  );
  await cluster.patch(SECRET, { data });
  await nextSecond();
}

const podsOfIt = (name: string) => podsOf(cluster, PROJECT, name);

const confirm = async (page: Page, button: string) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
};

test('says what a changed connection asks for, and applies it', async ({
  page,
}) => {
  await deploy(page, PROJECT, {
    displayName: 'Drifting',
    connection: 'MinIO models',
    path: 'llm/drift',
  });
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);

  await test.step('new credentials ask for a restart', async () => {
    const former = await podsOfIt('drifting');
    await changeConnection({ AWS_SECRET_ACCESS_KEY: `${planted}-rotated` });
    await page.goto(LIST);
    await expect(rowOf(page, /Drifting/)).toContainText('needs a restart');
    await rowOf(page, /Drifting/)
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByText('The pods have old settings.')).toBeVisible();
    await expectAccessible(page);
    await takeScreenshot(page, 'services-drift-light');
    await page
      .getByRole('button', { name: /^Apply/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('list', { name: 'What changes in the cluster' }),
    ).toContainText('mooring.dev/restarted-at');
    await expectAccessible(page, '[role="dialog"]');
    await takeScreenshot(page, 'services-apply-light');
    await confirm(page, 'Apply and redeploy');
    await expectNewPods(page, () => podsOfIt('drifting'), former);
    await expect(page.getByText('The pods have old settings.')).toBeHidden();
  });

  await test.step('another bucket asks for a redeployment', async () => {
    const former = await podsOfIt('drifting');
    await changeConnection({ AWS_S3_BUCKET: 'models-eu' });
    // A list reads no value of a connection: only the page of the service knows where it points now.
    await page.reload();
    await expect(
      page.getByText('The service still reads the old place.'),
    ).toBeVisible();
    await page.goto(LIST);
    const row = rowOf(page, /Drifting/);
    await expect(row).toContainText('Its connection changed');
    await chooseAction(page, row, /Apply/);
    await expect(page.getByRole('dialog')).toContainText(
      's3://models-eu/llm/drift',
    );
    await confirm(page, 'Apply and redeploy');
    const stored = await cluster.call('GET', servicePath(PROJECT, 'drifting'));
    const { spec } = await stored.json();
    expect(spec.predictor.model.storageUri).toBe('s3://models-eu/llm/drift');
    await row.getByRole('link').first().click();
    await expectNewPods(page, () => podsOfIt('drifting'), former);
    await changeConnection({ AWS_S3_BUCKET: 'models' });
  });
});

test('restarts a service, and shows what the cluster has', async ({ page }) => {
  await deploy(page, PROJECT, {
    displayName: 'Operated',
    connection: 'MinIO models',
    path: 'llm/operated',
  });
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  const former = await podsOfIt('operated');
  const actions = page.getByRole('button', { name: /Actions for/ });
  await actions.click();
  await page.getByRole('menuitem', { name: /Restart/ }).click();
  await takeScreenshot(page, 'services-restart-light');
  await confirm(page, 'Restart');
  await expectNewPods(page, () => podsOfIt('operated'), former);

  await actions.click();
  await page.getByRole('menuitem', { name: 'YAML' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('kind: InferenceService');
  await expect(dialog).toContainText('minio-models');
  await expect(dialog).not.toContainText(planted);
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(actions).toBeFocused();
});

test('deploys from a volume claim and from an address', async ({ page }) => {
  await cluster.create({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'weights', namespace: PROJECT },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '10Gi' } },
    },
  });
  await page.goto(servicesUrl(PROJECT, '/create'));
  await fillInService(page, 'From a volume');
  await page.getByRole('button', { name: 'PVC', exact: true }).click();
  await page.getByRole('textbox', { name: /^Volume claim/ }).click();
  await page.getByRole('option', { name: 'weights' }).click();
  await page.getByLabel('Path in the volume').fill('iris/v1');
  await expect(manifests(page)).toContainText('pvc://weights/iris/v1');
  await pressDeploy(page, 'From a volume');
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  await expect(page.getByText('pvc://weights/iris/v1').first()).toBeVisible();

  await page.goto(servicesUrl(PROJECT, '/create'));
  await fillInService(page, 'From an address');
  await page.getByRole('button', { name: 'URI', exact: true }).click();
  const address = page.getByRole('textbox', { name: /^URI/ });
  await address.fill('ftp://example.com/model');
  await address.blur();
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await address.fill('s3://public/iris');
  await expect(address).toHaveAttribute('aria-invalid', 'false');
  await pressDeploy(page, 'From an address');
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  const stored = await cluster.call(
    'GET',
    servicePath(PROJECT, 'from-an-address'),
  );
  const { spec } = await stored.json();
  expect(spec.predictor.model.storageUri).toBe('s3://public/iris');
  expect(spec.predictor.serviceAccountName).toBeUndefined();
});

test('updates, stops, starts and deletes with the keyboard alone', async ({
  page,
}) => {
  await deploy(page, PROJECT, {
    displayName: 'By keys',
    connection: 'MinIO models',
    path: 'llm/keys',
  });
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  await page.goto(LIST);
  const row = rowOf(page, /By keys/);
  const actions = row.getByRole('button', { name: /Actions for/ });
  const choose = async (name: string | RegExp) => {
    await tabTo(page, actions);
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name });
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    for (let step = 0; step < 10; step++) {
      if (await item.evaluate(node => node === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog');

  await choose(/Stop/);
  await expect(dialog).toContainText('Its pods are taken away');
  await tabTo(page, dialog.getByRole('button', { name: 'Stop', exact: true }));
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Stopped');
  await expect(actions).toBeFocused();

  await choose('Start');
  await expect(row).not.toContainText('Stopped');

  await choose('Update');
  const least = page.getByLabel('Replicas, at least');
  await expect(least).toBeVisible();
  await tabTo(page, least);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(titleOf(page, 'By keys')).toBeFocused();

  await page.goto(LIST);
  await choose(/Delete/);
  await tabTo(page, dialog.getByLabel('Resource name'));
  await page.keyboard.type('by-keys');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row).toBeHidden();
});

test('is as clear in the dark and on narrow screens', async ({ page }) => {
  for (const [name, theme, width] of [
    ['dark', 'dark', 1280],
    ['360', 'light', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(servicesUrl(PROJECT, '/create'));
    await switchTheme(page, theme);
    await fillInService(page, `Progress ${name}`);
    await chooseConnection(page, 'MinIO models');
    await page.getByRole('textbox', { name: /^Path/ }).fill('llm/progress');
    await expect(manifests(page)).toContainText('s3://models/llm/progress');
    await expectAccessible(page);
    await connectionField(page).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await takeScreenshot(page, `services-form-connections-${name}`);
    await page.keyboard.press('Escape');
    await pressDeploy(page, `Progress ${name}`);
    await expect(page.getByText('Going on').first()).toBeVisible();
    await takeScreenshot(page, `services-progress-${name}`);
    await expect(lastStep(page)).toContainText('Done', ROLLOUT);
    await expectAccessible(page);

    await wayTo(page, 'Update').click();
    await page.getByLabel('Display name').fill(`Renamed ${name}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`Renamed ${name}`);
    await expectAccessible(page, '[role="dialog"]');
    await takeScreenshot(page, `services-rollout-${name}`);
    await dialog.getByRole('button', { name: 'Back to editing' }).click();
    await saveAndRollOut(page);
    await page.goto(LIST);
    await expect(rowOf(page, new RegExp(`Renamed ${name}`))).toBeVisible();
    await expectAccessible(page);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth,
    );
    expect(wide).toBeLessThanOrEqual(width);
  }
});
