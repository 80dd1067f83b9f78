import { expect, type Locator, type Page } from '@playwright/test';
import { connectCluster, type TestObject } from './cluster';

/** A rollout of the stand-ins takes some seconds, one on the real controller a few more. */
export const ROLLOUT = { timeout: 60_000 };

/** What is planted for the secret key of every connection that is made here: it must never be seen again. */
export const planted = `planted-${crypto.randomUUID()}`;

/** A connection to S3, as the API takes one. */
export const s3Connection = (
  name: string,
  displayName: string,
  bucket?: string,
) => ({
  name,
  displayName,
  typeName: 'ct-s3-storage',
  values: {
    AWS_S3_ENDPOINT: 'http://minio.minio.svc:9000',
    AWS_ACCESS_KEY_ID: 'minio-user',
    AWS_SECRET_ACCESS_KEY: planted,
    AWS_DEFAULT_REGION: 'us-east-1',
    ...(bucket && { AWS_S3_BUCKET: bucket }),
  },
});

/** The path of an InferenceService in the cluster's API. */
export const servicePath = (project: string, name: string) =>
  `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;

/** Where a page of the model services is. */
export const servicesUrl = (project: string, path: string = '') =>
  `/model-connections/model-services${path}?cluster=local&namespace=${project}`;

/** A button that leads somewhere is a link in some places and called a button in others. */
export const wayTo = (page: Page, name: string) =>
  page
    .getByRole('link', { name })
    .or(page.getByRole('button', { name }))
    .first();

export const rowOf = (page: Page, name: string | RegExp) =>
  page.getByRole('row', { name });

export const connectionField = (page: Page) =>
  page.getByRole('textbox', { name: /^Connection/ });

export const manifests = (page: Page) =>
  page.getByRole('region', { name: 'YAML' });

/** What the page of a service says of its readiness. */
export const state = (page: Page, word: string): Locator =>
  page.locator('article').getByText(word, { exact: true }).first();

/** The steps of a rollout on the page of a service. */
export const steps = (page: Page) =>
  page.getByRole('list', { name: 'Rollout' });

export const lastStep = (page: Page) =>
  steps(page).getByRole('listitem').last();

/** The heading of a service's page. */
export const titleOf = (page: Page, displayName: string) =>
  page.getByRole('heading', { name: displayName, level: 1, exact: true });

/** Fills in what every service needs but its model location. */
export async function fillInService(page: Page, displayName: string) {
  await page.getByLabel('Display name').fill(displayName);
  await page.getByRole('textbox', { name: /Model format/ }).fill('sklearn');
  await page.keyboard.press('Escape');
}

export async function chooseConnection(page: Page, name: string) {
  await connectionField(page).click();
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

/** Presses *Deploy* and comes to the page of the service. */
export async function pressDeploy(page: Page, displayName: string) {
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(titleOf(page, displayName)).toBeVisible();
}

/** Deploys a model from a connection, from the empty form to the page of the service. */
export async function deploy(
  page: Page,
  project: string,
  service: { displayName: string; connection: string; path: string },
) {
  await page.goto(servicesUrl(project, '/create'));
  await fillInService(page, service.displayName);
  await chooseConnection(page, service.connection);
  await page.getByRole('textbox', { name: /^(Path|Image)/ }).fill(service.path);
  await pressDeploy(page, service.displayName);
}

/** Saves what was edited and lets it make new pods. */
export async function saveAndRollOut(page: Page) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Saving makes new pods' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Save and roll out' }).click();
  await expect(dialog).toBeHidden();
}

/** Chooses an entry of the menu of a service in the list. */
export async function chooseAction(
  page: Page,
  row: Locator,
  name: string | RegExp,
) {
  await row.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** The names of the pods of a service that are not on their way out. */
export async function podsOf(
  cluster: Awaited<ReturnType<typeof connectCluster>>,
  project: string,
  name: string,
): Promise<string[]> {
  const selector = encodeURIComponent(
    `serving.kserve.io/inferenceservice=${name}`,
  );
  const answer = await cluster.call(
    'GET',
    `/api/v1/namespaces/${project}/pods?labelSelector=${selector}`,
  );
  const { items }: { items: TestObject[] } = await answer.json();
  return items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata.name);
}

/** Follows on the page of a service how other pods take the place of those that it had. */
export async function expectNewPods(
  page: Page,
  pods: () => Promise<string[]>,
  before: string[],
) {
  expect(before).not.toEqual([]);
  await expect
    .poll(async () => {
      const now = await pods();
      return now.length > 0 && !now.some(pod => before.includes(pod));
    }, ROLLOUT)
    .toBe(true);
  await expect(lastStep(page)).toContainText('Done', ROLLOUT);
  await expect(state(page, 'Ready')).toBeVisible();
}
