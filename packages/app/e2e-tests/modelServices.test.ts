import { expect, test } from '@playwright/test';
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
  ROLLOUT,
  rowOf,
  s3Connection,
  saveAndRollOut,
  servicePath,
  servicesUrl,
  state,
  steps,
  wayTo,
} from './support/modelServicePages';
import { apiAs } from './support/people';
import { switchTheme, takeScreenshot } from './support/screenshots';
import { tabTo } from './support/tabTo';

const PROJECT = 'model-lab';
const at = (path: string) => servicesUrl(PROJECT, path);
const THEMES = ['dark', 'light'] as const;
const oci = (name: string, displayName: string, access: string) => ({
  name,
  displayName,
  typeName: 'ct-oci-registry',
  values: {
    ACCESS_TYPE: [access],
    OCI_HOST: 'harbor.example.com/models',
    '.dockerconfigjson': JSON.stringify({
      auths: { 'harbor.example.com': { auth: planted } },
    }),
  },
});
const CONNECTIONS = [
  s3Connection('minio-models', 'MinIO models', 'models'),
  s3Connection('raw-uploads', 'Raw uploads'),
  oci('harbor-models', 'Harbor model images', 'Pull'),
  oci('harbor-push', 'Harbor push robot', 'Push'),
];

let cluster: Awaited<ReturnType<typeof connectCluster>>;
let call: Awaited<ReturnType<typeof apiAs>>;

test.beforeAll(async ({ playwright }) => {
  cluster = await connectCluster(playwright);
  call = await apiAs(await playwright.request.newContext(), 'guest');
  await cluster.createProject(PROJECT);
  for (const connection of CONNECTIONS) {
    const answer = await call(
      'POST',
      `/namespaces/${PROJECT}/connections`,
      connection,
    );
    expect(answer.status(), await answer.text()).toBe(201);
  }
});
test.afterAll(async () => {
  await cluster.call('DELETE', `/api/v1/namespaces/${PROJECT}`);
  await cluster.dispose();
});

async function readService(name: string) {
  const answer = await cluster.call('GET', servicePath(PROJECT, name));
  expect(answer.status(), await answer.text()).toBe(200);
  return await answer.json();
}

test('deploys from S3, renames, switches to OCI, stops, starts and deletes', async ({
  page,
}) => {
  // Five rollouts, which take their time on the real controller.
  test.slow();
  const received: Promise<string>[] = [];
  page.on('response', response => {
    received.push(response.text().catch(() => ''));
  });

  const podsOfIt = () => podsOf(cluster, PROJECT, 'qwen2-5-7b');

  await test.step('an empty project says what to do next', async () => {
    await page.goto(at(''));
    await expect(
      page.getByText(`No model services in ${PROJECT}`),
    ).toBeVisible();
    await takeScreenshot(page, 'services-empty-light');
    await wayTo(page, 'Deploy a model').click();
  });

  await test.step('the form shows what can be used, and why the rest cannot', async () => {
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await fillInService(page, 'Qwen2.5-7B');
      await expect(page.getByLabel(/^Name/)).toHaveValue('qwen2-5-7b');
      await chooseConnection(page, 'MinIO models');
      const path = page.getByRole('textbox', { name: /^Path/ });
      await path.fill('llm/qwen2.5-7b');
      await expect(manifests(page)).toContainText(
        'storageUri: s3://models/llm/qwen2.5-7b',
      );
      await expect(manifests(page)).toContainText('- name: minio-models');
      await expectAccessible(page);
      await takeScreenshot(page, `services-form-${theme}`);
      await connectionField(page).click();
      for (const [name, reason] of [
        ['Harbor push robot', 'does not include Pull'],
        ['Raw uploads', 'No bucket is set'],
      ]) {
        const option = page.getByRole('option', { name: new RegExp(name) });
        await expect(option).toContainText(reason);
        await expect(option).toHaveAttribute('aria-disabled', 'true');
      }
      await takeScreenshot(page, `services-form-connections-${theme}`);
      await page.keyboard.press('Escape');
    }
  });

  await test.step('a name that is too long is told as it is typed', async () => {
    const name = page.getByLabel(/^Name/);
    await name.fill('q'.repeat(60));
    await expect(page.getByText(/a name has at most/)).toBeVisible();
    await name.fill('Qwen');
    await expect(page.getByText(/Use lower-case letters/)).toBeVisible();
    await name.fill('qwen2-5-7b');
    await expect(page.getByText('Valid', { exact: true })).toBeVisible();
  });

  await test.step('it is deployed and watched until it is ready', async () => {
    await page.getByRole('button', { name: 'Deploy', exact: true }).click();
    await expect(
      page.getByRole('heading', { name: 'Qwen2.5-7B', level: 1 }),
    ).toBeVisible();
    await expect(page.getByText('Going on').first()).toBeVisible();
    await takeScreenshot(page, 'services-progress-light');
    await expect(lastStep(page)).toContainText('Done', ROLLOUT);
    await expect(state(page, 'Ready')).toBeVisible();
    await expectAccessible(page);
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await expect(lastStep(page)).toContainText('Done');
      await takeScreenshot(page, `services-details-${theme}`);
    }
  });

  await test.step('a new name says that it makes new pods, before it is saved', async () => {
    await wayTo(page, 'Update').click();
    await page.getByLabel('Display name').fill('Qwen2.5-7B chat');
    await expect(
      page.getByText('Saving restarts the pods: Display name.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Saving makes new pods' });
    await expect(dialog).toContainText('Qwen2.5-7B chat');
    await expectAccessible(page, '[role="dialog"]');
    await takeScreenshot(page, 'services-rollout-light');
    const before = await podsOfIt();
    await dialog.getByRole('button', { name: 'Save and roll out' }).click();
    await expect(
      page.getByRole('heading', { name: 'Qwen2.5-7B chat', level: 1 }),
    ).toBeVisible();
    await expectNewPods(page, podsOfIt, before);
  });

  await test.step('it is switched to another connection', async () => {
    await wayTo(page, 'Update').click();
    await chooseConnection(page, 'Harbor model images');
    await page.getByRole('textbox', { name: /^Image/ }).fill('qwen:2.5-7b');
    const before = await podsOfIt();
    await saveAndRollOut(page);
    await expect(
      page.getByText('oci://harbor.example.com/models/qwen:2.5-7b'),
    ).toBeVisible();
    await expectNewPods(page, podsOfIt, before);
    const { spec } = await readService('qwen2-5-7b');
    expect(spec.predictor.imagePullSecrets).toContainEqual({
      name: 'harbor-models',
    });
    expect(spec.predictor.serviceAccountName).toBeUndefined();
  });

  await test.step('it is stopped and started from the list', async () => {
    await page.goto(at(''));
    const row = rowOf(page, /Qwen2.5-7B chat/);
    await expect(row).toContainText('Ready');
    await expect(row).toContainText('Harbor model images');
    await chooseAction(page, row, /Stop/);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Stop', exact: true })
      .click();
    await expect(row).toContainText('Stopped');
    await chooseAction(page, row, 'Start');
    await expect(row).not.toContainText('Stopped');
    await row.getByRole('link', { name: 'Qwen2.5-7B chat' }).click();
    await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  });

  await test.step('typing its name deletes it', async () => {
    await page.goto(at(''));
    const row = rowOf(page, /Qwen2.5-7B chat/);
    await chooseAction(page, row, /Delete/);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('harbor-models and the model stay');
    await dialog.getByLabel('Resource name').fill('qwen2-5-7b');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    // Behind a dialog nothing is in sight.
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden();
    await expect
      .poll(async () =>
        (
          await cluster.call('GET', servicePath(PROJECT, 'qwen2-5-7b'))
        ).status(),
      )
      .toBe(404);
  });

  await test.step('no value of a connection ever came to the browser', async () => {
    const texts = (await Promise.all(received)).join('\n');
    expect(texts).toContain('minio-user');
    expect(texts).not.toContain(planted);
    expect(texts).not.toContain(Buffer.from(planted).toString('base64'));
  });
});

test('deploys from OCI, and says why others fail', async ({ page }) => {
  await deploy(page, PROJECT, {
    displayName: 'Granite OCI',
    connection: 'Harbor model images',
    path: 'granite:3.1',
  });
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);

  // Of an image that cannot be pulled only the pods tell, not KServe.
  await deploy(page, PROJECT, {
    displayName: 'Lost image',
    connection: 'Harbor model images',
    path: 'does-not-exist:3.1',
  });
  await expect(steps(page)).toContainText('ImagePullBackOff', ROLLOUT);
  await expect(state(page, 'Failed')).toBeVisible();

  await deploy(page, PROJECT, {
    displayName: 'Lost model',
    connection: 'MinIO models',
    path: 'llm/does-not-exist',
  });
  await expect(steps(page)).toContainText(
    'There is no model at s3://models/llm/does-not-exist',
    ROLLOUT,
  );
  await expect(state(page, 'Failed')).toBeVisible();
  await expectAccessible(page);
  for (const theme of THEMES) {
    await switchTheme(page, theme);
    await expect(state(page, 'Failed')).toBeVisible();
    await takeScreenshot(page, `services-failed-${theme}`);
  }

  await test.step('all are in the list, on wide and narrow screens', async () => {
    await page.goto(at(''));
    await expect(rowOf(page, /Lost image/)).toContainText('Failed');
    await expect(rowOf(page, /Lost image/)).toContainText('ImagePullBackOff');
    await expect(rowOf(page, /Lost model/)).toContainText('ModelLoadFailed');
    await expect(rowOf(page, /Granite OCI/)).toContainText('Ready');
    await expectAccessible(page);
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await expect(rowOf(page, /Lost model/)).toContainText('MinIO models');
      await takeScreenshot(page, `services-list-${theme}`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(rowOf(page, /Lost model/)).toContainText('Failed');
    await takeScreenshot(page, 'services-list-360');
    await rowOf(page, /Granite OCI/)
      .getByRole('link', { name: 'Granite OCI' })
      .click();
    await expect(lastStep(page)).toContainText('Done');
    await takeScreenshot(page, 'services-details-360');
    await page.goto(at('/create'));
    await fillInService(page, 'Narrow');
    await chooseConnection(page, 'MinIO models');
    await takeScreenshot(page, 'services-form-360');
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth,
    );
    expect(width).toBeLessThanOrEqual(360);
  });
});

test('changes the number of replicas of what kubectl made, and nothing else', async ({
  page,
}) => {
  const made: TestObject = {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name: 'by-kubectl',
      namespace: PROJECT,
      labels: { 'example.com/team': 'fraud' },
      annotations: { 'example.com/note': 'kept as it is' },
    },
    spec: {
      predictor: {
        minReplicas: 1,
        maxReplicas: 4,
        scaleTarget: 7,
        scaleMetric: 'cpu',
        timeout: 90,
        terminationGracePeriodSeconds: 45,
        tolerations: [{ key: 'gpu', operator: 'Exists' }],
        nodeSelector: { disk: 'fast' },
        model: {
          modelFormat: { name: 'sklearn', version: '1' },
          storageUri: 's3://public/iris',
          args: ['--workers=2', 'two\nlines'],
          env: [
            { name: 'LOG', value: 'debug' },
            {
              name: 'POD',
              valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
            },
          ],
          resources: {
            limits: { cpu: '1', memory: '2Gi' },
            requests: { cpu: '100m', memory: '1Gi' },
          },
          livenessProbe: { httpGet: { path: '/', port: 8080 } },
        },
      },
    },
  };
  await cluster.create(made);
  const withoutTimes = ({ metadata, spec }: TestObject) => ({
    labels: metadata.labels,
    annotations: metadata.annotations,
    spec,
  });
  const before = withoutTimes(await readService('by-kubectl'));

  await page.goto(at('/edit/by-kubectl'));
  const least = page.getByLabel('Replicas, at least');
  await expect(least).toHaveValue('1');
  await expect(page.getByText(/Nothing is changed yet/)).toBeVisible();
  await least.fill('2');
  await expect(page.getByText(/Saving keeps the pods/)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'by-kubectl', level: 1, exact: true }),
  ).toBeVisible();

  const after = withoutTimes(await readService('by-kubectl'));
  const expected = structuredClone(before) as any;
  expected.spec.predictor.minReplicas = 2;
  expect(after).toEqual(expected);
});

test('shows both versions where somebody else saved meanwhile', async ({
  page,
}) => {
  const shared: TestObject = {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'shared', namespace: PROJECT },
    spec: {
      predictor: {
        minReplicas: 1,
        model: {
          modelFormat: { name: 'sklearn' },
          storageUri: 's3://public/iris',
        },
      },
    },
  };
  await cluster.create(shared);
  await page.goto(at('/edit/shared'));
  await expect(page.getByLabel('Replicas, at least')).toHaveValue('1');
  await page.getByLabel('Replicas, at least').fill('2');
  await page.getByLabel('Replicas, at most').fill('5');
  await cluster.patch(shared, { spec: { predictor: { minReplicas: 3 } } });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('changed while you edited it');
  await dialog
    .getByRole('radiogroup', { name: 'Smallest number of replicas' })
    .getByRole('radio')
    .first()
    .check();
  await expectAccessible(page, '[role="dialog"]');
  await takeScreenshot(page, 'services-conflict-light');
  await dialog.getByRole('button', { name: 'Save this mix' }).click();
  await expect(
    page.getByRole('heading', { name: 'shared', level: 1, exact: true }),
  ).toBeVisible();
  const { spec } = await readService('shared');
  expect(spec.predictor).toMatchObject({ minReplicas: 3, maxReplicas: 5 });
});

test('makes a connection in place without losing what was typed', async ({
  page,
}) => {
  await page.goto(at('/create'));
  await fillInService(page, 'From a new place');
  await page.getByLabel('GPUs').fill('1');
  await connectionField(page).click();
  await page.getByRole('option', { name: /New connection in/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Any S3-compatible bucket').first().click();
  await dialog.getByLabel('Display name').fill('Fresh bucket');
  await dialog.getByLabel('Endpoint').fill('http://minio.minio.svc:9000');
  await dialog.getByLabel('Access key').fill('minio-user');
  await dialog.getByRole('textbox', { name: 'Secret key' }).fill(planted);
  await dialog.getByLabel('Bucket', { exact: true }).fill('fresh');
  await expectAccessible(page, '[role="dialog"]');
  await takeScreenshot(page, 'services-new-connection-light');
  await dialog.getByRole('button', { name: 'Create and use' }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionField(page)).toHaveValue('Fresh bucket');
  await expect(page.getByLabel('Display name')).toHaveValue('From a new place');
  await expect(page.getByLabel('GPUs')).toHaveValue('1');
  await page.getByRole('textbox', { name: /^Path/ }).fill('llm/qwen');
  await expect(manifests(page)).toContainText('s3://fresh/llm/qwen');

  await test.step('leaving asks first', async () => {
    await page.getByRole('button', { name: 'Cancel' }).click();
    const question = page.getByRole('dialog', {
      name: 'Leave without deploying?',
    });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(page.getByLabel('GPUs')).toHaveValue('1');
  });
});

test('deploys with the keyboard alone', async ({ page }) => {
  await page.goto(at('/create'));
  const displayName = page.getByLabel('Display name');
  await tabTo(page, displayName);
  await page.keyboard.type('Keyboard model');
  await tabTo(page, page.getByRole('textbox', { name: /Model format/ }));
  await page.keyboard.type('sklearn');
  await page.keyboard.press('Escape');
  await tabTo(page, connectionField(page));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('MinIO');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(connectionField(page)).toHaveValue('MinIO models');
  const path = page.getByRole('textbox', { name: /^Path/ });
  await tabTo(page, path);
  await page.keyboard.type('llm/keys');
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { name: 'Keyboard model', level: 1 });
  await expect(title).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: /Actions for/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
});

test('shows the services of a model in the catalog, and deploys from there', async ({
  page,
}) => {
  const project = 'demo-project';
  const connections = `/namespaces/${project}/connections`;
  const answer = await call('POST', connections, CONNECTIONS[0]);
  expect(answer.status(), await answer.text()).toBe(201);
  try {
    await page.goto('/catalog/default/component/qwen2-5-7b/model-services');
    await expect(
      page.getByText(/No model service with backstage.io\/kubernetes-id/),
    ).toBeVisible();
    await wayTo(page, 'Deploy from this entity').click();
    await expect(page.getByLabel('Display name')).toHaveValue('Qwen2.5 7B');
    await expect(page.getByLabel(/^Name/)).toHaveValue('qwen2-5-7b');
    await page.getByRole('textbox', { name: /Model format/ }).fill('sklearn');
    await page.keyboard.press('Escape');
    await chooseConnection(page, 'MinIO models');
    await page.getByRole('textbox', { name: /^Path/ }).fill('llm/qwen2.5');
    await page.getByRole('button', { name: 'Deploy', exact: true }).click();
    await expect(lastStep(page)).toContainText('Done', ROLLOUT);
    await page.goto('/catalog/default/component/qwen2-5-7b/model-services');
    const row = rowOf(page, /Qwen2.5 7B/);
    await expect(row).toContainText('Ready');
    await expectAccessible(page);
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await expect(row).toContainText('MinIO models');
      await takeScreenshot(page, `services-entity-tab-${theme}`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(row).toBeVisible();
    await takeScreenshot(page, 'services-entity-tab-360');
  } finally {
    await call('DELETE', `/namespaces/${project}/model-services/qwen2-5-7b`);
    await call('DELETE', `${connections}/minio-models`);
  }
});
