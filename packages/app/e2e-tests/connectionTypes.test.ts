import { expect, type Locator, type Page, test } from '@playwright/test';
import { connectCluster } from './support/cluster';
import { expectAccessible } from './support/expectAccessible';
import { apiAs } from './support/people';
import {
  switchTheme,
  takeScreenshot,
  takeScreenshots,
} from './support/screenshots';

const LIST = '/model-connections/connection-types?cluster=local';
const CREATE = '/model-connections/connection-types/create?cluster=local';
const EDIT_SHARED =
  '/model-connections/connection-types/edit/ct-shared?cluster=local';
const THEMES = ['dark', 'light'] as const;

/** What the editor makes of one field of every kind, as it has to lie in the cluster. */
const everyField = [
  { type: 'section', name: 'Everything', description: 'One of each' },
  {
    type: 'short-text',
    name: 'Host name',
    envVar: 'HOST_NAME',
    required: true,
    properties: { defaultValue: 'db.example' },
  },
  { type: 'text', name: 'Notes', envVar: 'NOTES', properties: {} },
  { type: 'hidden', name: 'Token', envVar: 'TOKEN', properties: {} },
  {
    type: 'uri',
    name: 'Docs',
    envVar: 'DOCS_URL',
    properties: { defaultValue: 'https://docs.example', defaultReadOnly: true },
  },
  {
    type: 'boolean',
    name: 'Verify',
    envVar: 'VERIFY',
    properties: { defaultValue: true, label: 'Check certificates' },
  },
  {
    type: 'numeric',
    name: 'Retries',
    envVar: 'RETRIES',
    properties: { defaultValue: 0, min: 0, max: 9, unit: 'times' },
  },
  {
    type: 'dropdown',
    name: 'Cost centre',
    envVar: 'COST_CENTRE',
    properties: {
      defaultValue: ['Research'],
      variant: 'multi',
      items: [
        { label: 'Research', value: 'Research' },
        { label: 'Sales', value: 'S' },
      ],
    },
  },
  {
    type: 'file',
    name: 'Client key',
    envVar: 'CLIENT_KEY',
    properties: { extensions: ['.pem', '.key'], helperText: 'PEM only' },
  },
];

async function choose(page: Page, dialog: Locator, kind: string) {
  await dialog.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
}

/** Adds a field with the dialog; `fill` does what is particular to its kind. */
async function addField(
  page: Page,
  name: string,
  kind: string,
  fill: (dialog: Locator) => Promise<void> = async () => {},
) {
  await page.getByRole('button', { name: 'Add field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: false }).first().fill(name);
  if (kind !== 'Text - Short') await choose(page, dialog, kind);
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function addCategory(page: Page, category: string) {
  await page.getByLabel('Categories').fill(category);
  await page.keyboard.press('Enter');
}

/** Goes on with the Tab key alone until something has the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let step = 0; step < 80; step++) {
    if (await target.evaluate(node => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never came to ${target}.`);
}

/**
 * Expects of a type made in the editor that its ConfigMap in the cluster itself is as designed: what it says, the order
 * of each field's keys, no space between them. Gives its fields as they are written.
 */
async function expectInCluster(
  cluster: Awaited<ReturnType<typeof connectCluster>>,
  name: string,
  expected: { displayName: string; category: string; fields: object[] },
) {
  const response = await cluster.call(
    'GET',
    `/api/v1/namespaces/kube-public/configmaps/${name}`,
  );
  await expect(response).toBeOK();
  const { data, metadata } = await response.json();
  expect(data).toEqual({
    category: JSON.stringify([expected.category]),
    fields: expect.any(String),
  });
  const fields = JSON.parse(data.fields);
  expect(fields).toEqual(expected.fields);
  expect(fields.map(Object.keys)).toEqual(expected.fields.map(Object.keys));
  expect(data.fields).toBe(JSON.stringify(fields));
  expect(metadata.labels).toEqual({
    'cpaas.io/dashboard': 'true',
    'cpaas.io/connection-type': 'true',
  });
  expect(metadata.annotations).toEqual({
    'cpaas.io/display_name': expected.displayName,
    'cpaas.io/creator': 'user:default/guest',
  });
  return data.fields as string;
}

async function expectNoSidewaysScrolling(page: Page) {
  const width = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(width).toBeLessThanOrEqual(0);
}

/** The types over the REST API, after those that an earlier run may have left are gone. */
async function typesOf(
  page: Page,
  names: string[],
): Promise<{
  get(name: string): Promise<any>;
  put(name: string, change: (type: any) => object): Promise<void>;
  create(type: object): Promise<void>;
}> {
  const api = await apiAs(page.request, 'guest');
  for (const name of names) await api('DELETE', `/connection-types/${name}`);
  return {
    get: async name =>
      await (await api('GET', `/connection-types/${name}`)).json(),
    put: async (name, change) => {
      const type = await (await api('GET', `/connection-types/${name}`)).json();
      const { displayName, description, categories, enabled, fields } = type;
      const { resourceVersion } = type;
      await expect(
        await api('PUT', `/connection-types/${name}`, {
          ...{ name, displayName, description, categories, enabled, fields },
          resourceVersion,
          ...change(type),
        }),
      ).toBeOK();
    },
    create: async type => {
      await expect(await api('POST', '/connection-types', type)).toBeOK();
    },
  };
}

test('builds a type with every kind of field, which lies in the cluster as designed', async ({
  page,
  playwright,
}) => {
  await typesOf(page, ['ct-every-kind']);
  await page.goto(CREATE);
  await page.getByLabel('Display name').fill('Every kind');
  await expect(page.getByText('Free · Follows the display name')).toBeVisible();
  await addCategory(page, 'Data services');
  await page.getByRole('button', { name: 'Section', exact: true }).click();
  const section = page.getByRole('dialog');
  await section.getByLabel('Name').fill('Everything');
  await section.getByLabel('Description').fill('One of each');
  await section.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(section).toBeHidden();

  await addField(page, 'Host name', 'Text - Short', async dialog => {
    await dialog.getByLabel('Default', { exact: true }).fill('db.example');
    await dialog.getByLabel('Required').check();
  });
  await addField(page, 'Notes', 'Text - Long');
  await addField(page, 'Token', 'Text - Hidden', async dialog => {
    await expect(dialog.getByText('this value is never shown')).toBeVisible();
  });
  await addField(page, 'Docs', 'URI', async dialog => {
    const variable = dialog.getByLabel('Environment variable');
    await variable.fill('TOKEN');
    await expect(variable).toHaveAccessibleDescription(/as "Token" has/);
    await variable.fill('DOCS_URL');
    const standard = dialog.getByLabel('Default', { exact: true });
    await standard.fill('docs');
    await standard.blur();
    await expect(standard).toHaveAccessibleDescription(/no absolute URI/);
    await standard.fill('https://docs.example');
    await dialog.getByLabel('Fixed to the default').check();
  });
  await addField(page, 'Verify', 'Boolean', async dialog => {
    await dialog.getByLabel('Label').fill('Check certificates');
    await dialog.getByLabel('Check certificates').check();
  });
  await addField(page, 'Retries', 'Numeric', async dialog => {
    await dialog.getByLabel('Minimum').fill('0');
    await dialog.getByLabel('Maximum').fill('9');
    await dialog.getByLabel('Unit').fill('times');
    await dialog.getByLabel('Default', { exact: true }).fill('0');
  });
  await addField(page, 'Cost centre', 'Dropdown', async dialog => {
    await dialog.getByLabel('Several can be chosen').check();
    await dialog.getByLabel('Label 1').fill('Research');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Label 2').fill('Sales');
    await dialog.getByLabel('Value 2').fill('S');
    await expectAccessible(page, '[role="dialog"]');
    await takeScreenshot(page, 'type-field-light');
    await dialog
      .getByRole('group', { name: 'Default' })
      .getByLabel('Research')
      .check();
  });
  await addField(page, 'Client key', 'File', async dialog => {
    await dialog.getByLabel('Extensions').fill('.pem .key');
    await dialog.getByLabel('Help beneath the field').fill('PEM only');
  });
  await expectAccessible(page);
  await takeScreenshot(page, 'type-every-kind-light');
  await page.getByRole('button', { name: 'Create type' }).click();

  const row = page.getByRole('row', { name: /Every kind/ });
  await expect(row).toBeFocused();
  await expect(row).toContainText('Serves no model');
  const cluster = await connectCluster(playwright);
  const written = await expectInCluster(cluster, 'ct-every-kind', {
    displayName: 'Every kind',
    category: 'Data services',
    fields: everyField,
  });
  await cluster.dispose();
  await row.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Export as YAML' }).click();
  const yaml = await page.getByRole('dialog').locator('pre').textContent();
  const [, stored] = /^\s+fields: '(.*)'$/m.exec(yaml ?? '')!;
  expect(stored).toBe(written);
  await expectAccessible(page, '[role="dialog"]');
  await page.getByRole('button', { name: 'Close' }).click();

  await test.step('and is deleted by typing its name', async () => {
    await row.getByRole('button', { name: /Actions for/ }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(
      'No connection that you may see uses it.',
    );
    await expectAccessible(page, '[role="dialog"]');
    await dialog.getByLabel('Resource name').fill('ct-every-kind');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(row).toBeHidden();
  });
});

test('adds, reorders and saves with the keyboard alone', async ({ page }) => {
  const types = await typesOf(page, ['ct-keys']);
  await page.goto(CREATE);
  await expect(
    page.getByRole('heading', { name: 'Create connection type' }),
  ).toBeFocused();
  await tabTo(page, page.getByLabel('Display name'));
  await page.keyboard.type('Keys');
  await tabTo(page, page.getByLabel('Categories'));
  await page.keyboard.type('Databases');
  await page.keyboard.press('Enter');
  const add = page.getByRole('button', { name: 'Add field' });
  for (const name of ['One', 'Two', 'Three']) {
    await tabTo(page, add);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByLabel('Name', { exact: false }).first(),
    ).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(add).toBeFocused();
  }
  const names = () =>
    page
      .getByRole('table', { name: 'Fields' })
      .locator('tr[data-field]')
      .evaluateAll(rows => rows.map(row => row.getAttribute('data-field')));
  const handle = page.getByRole('button', { name: 'Move Three' });
  await tabTo(page, handle);
  await page.keyboard.press('Space');
  await expect(page.getByText('Moving “Three”, position 3 of 3')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Moving “Three”, position 1 of 3')).toBeVisible();
  await expect(handle).toBeFocused();
  expect(await names()).toEqual(['Three', 'One', 'Two']);
  await page.keyboard.press('Escape');
  expect(await names()).toEqual(['One', 'Two', 'Three']);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  expect(await names()).toEqual(['One', 'Three', 'Two']);
  await tabTo(page, page.getByRole('button', { name: 'Create type' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Keys/ })).toBeFocused();
  const { fields } = await types.get('ct-keys');
  expect(fields.map(({ envVar }: any) => envVar)).toEqual([
    'ONE',
    'THREE',
    'TWO',
  ]);
});

test('moves rows by dragging, keeps what two people typed, and warns before a change costs something', async ({
  page,
}) => {
  const types = await typesOf(page, ['ct-shared']);
  const text = (name: string) => ({
    type: 'short-text',
    name,
    envVar: name.toUpperCase(),
    properties: {},
  });
  await types.create({
    name: 'ct-shared',
    displayName: 'Shared',
    categories: ['Test'],
    enabled: true,
    fields: [text('A'), text('B'), text('C')],
  });
  await page.goto(EDIT_SHARED);
  await expect(
    page.getByText(/No connection that you may see uses it/),
  ).toBeVisible();
  await expect(
    page
      .getByRole('link', { name: 'Duplicate instead' })
      .or(page.getByRole('button', { name: 'Duplicate instead' })),
  ).toBeVisible();

  const dragToTop = async (name: string, onto: string) => {
    // What is told above the table has its final height.
    await expect(
      page.getByText(/connections? that you may see uses? it/),
    ).toBeVisible();
    const boxOf = async (field: string) =>
      (await page
        .getByRole('button', { name: `Move ${field}`, exact: true })
        .boundingBox())!;
    const from = await boxOf(name);
    const to = await boxOf(onto);
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y - 20, { steps: 5 });
    await page.mouse.move(to.x + 10, to.y + 6, { steps: 10 });
    await page.mouse.up();
    await expect(
      page.getByText(new RegExp(`“${name}” moved, position 1 of`)),
    ).toBeVisible();
  };

  await test.step('by the pointer, beside somebody else', async () => {
    const dialog = page.getByRole('dialog', {
      name: 'This type was saved while you edited it',
    });
    for (const theme of THEMES) {
      await page.goto(EDIT_SHARED);
      await switchTheme(page, theme);
      await dragToTop('C', 'A');
      await types.put('ct-shared', ({ fields }) => ({
        description: `Said by the other in ${theme}`,
        displayName: `Shared by the other in ${theme}`,
        fields: [...fields, text(theme)],
      }));
      await page.getByLabel('Display name').fill('Shared by me');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await takeScreenshot(page, `type-conflict-${theme}`);
    }
    const save = dialog.getByRole('button', { name: 'Save this mix' });
    await expect(save).toBeDisabled();
    await dialog
      .getByRole('radiogroup', { name: 'Display name' })
      .getByText('Shared by me')
      .click();
    await save.click();
    await expect(page.getByRole('row', { name: /Shared by me/ })).toBeFocused();
    const saved = await types.get('ct-shared');
    expect(saved.description).toBe('Said by the other in light');
    expect(saved.displayName).toBe('Shared by me');
    expect(saved.fields.map(({ name }: any) => name).sort()).toEqual([
      'A',
      'B',
      'C',
      'dark',
      'light',
    ]);
    expect(saved.fields[0].name).toBe('C');
  });

  await test.step('and asks before something typed is left behind', async () => {
    await page.goto(EDIT_SHARED);
    await page.getByLabel('Description').fill('Not saved yet');
    await page.getByRole('button', { name: 'Cancel' }).click();
    const question = page.getByRole('dialog', {
      name: 'Leave without saving?',
    });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(page.getByLabel('Description')).toHaveValue('Not saved yet');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByRole('row', { name: /Shared by me/ })).toBeVisible();
  });
});

test('asks before Back and Forward leave what was typed, and goes there only when told to', async ({
  page,
}) => {
  await page.goto(LIST);
  await page.getByRole('button', { name: 'Create type' }).click();
  const name = page.getByLabel('Display name');
  await name.fill('Not to be lost');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  const ask = async (step: () => unknown) => {
    await page.evaluate(step);
    await expect(question).toBeVisible();
    await expect(page).toHaveURL(/\/connection-types\/create\?/);
  };
  for (let time = 0; time < 2; time++) {
    await ask(() => window.history.back());
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(question).toBeHidden();
    await expect(name).toHaveValue('Not to be lost');
  }
  await ask(() => window.history.back());
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/connection-types\?/);
  await expect(page.getByRole('row').nth(1)).toBeVisible();

  await page.goForward();
  await expect(name).toHaveValue('');
  await name.fill('Saved all the same');
  await page.getByRole('tab', { name: 'Connections', exact: true }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/connections\?/);
  await page.goBack();
  await expect(name).toHaveValue('');
});

test('says what happened to a field at the top of a long table, and takes it back', async ({
  page,
}) => {
  const types = await typesOf(page, ['ct-long']);
  await types.create({
    name: 'ct-long',
    displayName: 'Long',
    categories: ['Test'],
    enabled: true,
    fields: Array.from({ length: 40 }, (_, index) => ({
      type: 'short-text',
      name: `Field ${index}`,
      envVar: `FIELD_${index}`,
      properties: {},
    })),
  });
  await page.goto(
    '/model-connections/connection-types/edit/ct-long?cluster=local',
  );
  await page.getByRole('button', { name: 'Actions for Field 0' }).click();
  await page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('“Field 0” removed')).toBeInViewport({
    ratio: 1,
  });
  // A click would scroll it into sight.
  const box = (await page.getByRole('button', { name: 'Undo' }).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(
    page.getByRole('button', { name: 'Move Field 0' }),
  ).toBeVisible();
});

test('lists, filters, enables, previews, duplicates and imports types', async ({
  page,
}) => {
  await typesOf(page, ['ct-s3-audited', 'ct-copy-of-s3-storage']);
  const row = page.getByRole('row', { name: /^S3 storage/ });

  await test.step('the list', async () => {
    await page.goto(LIST);
    await expect(row).toBeVisible();
    await expectAccessible(page);
    await takeScreenshots(page, 'types', row);
    await page.getByRole('button', { name: 'Category' }).first().click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Object storage' })
      .click();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/category=Object\+storage/);
    await page.reload();
    await expect(page.getByRole('row', { name: /URI/ })).toBeHidden();
    await expect(row).toBeVisible();
    await page
      .getByRole('button', { name: 'Clear the filter Category' })
      .click();
  });

  await test.step('a switch that is refused goes back and says why', async () => {
    const enabled = row.getByRole('checkbox');
    await page.route('**/connection-types/ct-s3-storage', route =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 503,
            json: {
              error: { name: 'Error', message: 'Busy just now.' },
              request: {},
              response: { statusCode: 503 },
            },
          })
        : route.fallback(),
    );
    await enabled.click();
    await expect(page.getByRole('alert')).toContainText(
      'S3 storage could not be disabled: Busy just now.',
    );
    await expect(enabled).toBeChecked();
    await page.unroute('**/connection-types/ct-s3-storage');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(enabled).not.toBeChecked();
    // While it is being written it takes no other press.
    await expect(enabled).toHaveAttribute('aria-busy', 'false');
    await enabled.click();
    await expect(enabled).toBeChecked();
  });

  await test.step('the preview', async () => {
    for (const theme of THEMES) {
      await switchTheme(page, theme);
      await row.getByRole('button', { name: /Actions for/ }).click();
      await expect(
        page.getByRole('menuitem', { name: /Edit Preinstalled/ }),
      ).toHaveAttribute('aria-disabled', 'true');
      await page.getByRole('menuitem', { name: 'Preview' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel('Access key')).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await takeScreenshot(page, `type-preview-${theme}`);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
    }
  });

  await test.step('a copy, with a set that shadows and keys that are lost', async () => {
    for (const theme of THEMES) {
      await page.goto(LIST);
      await switchTheme(page, theme);
      await row.getByRole('button', { name: /Actions for/ }).click();
      await page
        .getByRole('menuitem', { name: 'Duplicate', exact: true })
        .click();
      await expect(page.getByLabel('Display name')).toHaveValue(
        'Copy of S3 storage',
      );
      await page.getByRole('button', { name: 'Built-in set' }).click();
      await page.getByRole('menuitem', { name: 'Hugging Face' }).click();
      await expect(page.getByText('Adds a second protocol, HF')).toBeVisible();
      await expect(
        page.getByText(/models from HF would get no credentials/),
      ).toBeVisible();
      const handle = page.getByRole('button', {
        name: 'Move Bucket',
        exact: true,
      });
      await handle.focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowUp');
      await expectAccessible(page);
      await takeScreenshot(page, `type-editor-${theme}`);
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Add field' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await takeScreenshot(page, `type-field-dialog-${theme}`);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Cancel' })
        .click();
    }
    await page.getByRole('button', { name: 'Remove HF' }).click();
    await page.getByRole('button', { name: 'Actions for Access key' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(
      page.getByText(
        /no longer serve models from S3. Removed keys: AWS_ACCESS_KEY_ID/,
      ),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Put them back' }).click();
    await expect(page.getByText(/no longer serve models/)).toBeHidden();
    await expect(
      page.locator('tr[data-field="Endpoint"] + tr[data-field="Access key"]'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Create type' }).click();
    await expect(
      page.getByRole('row', { name: /Copy of S3 storage/ }),
    ).toBeFocused();
  });

  await test.step('an import that is new, and one that would change something', async () => {
    const copy = page.getByRole('row', { name: /Copy of S3 storage/ });
    await copy.getByRole('button', { name: /Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Export as YAML' }).click();
    const yaml = (await page.getByRole('dialog').locator('pre').textContent())!;
    await page.getByRole('button', { name: 'Close' }).click();
    const audited = yaml
      .replace('ct-copy-of-s3-storage', 'ct-s3-audited')
      .replace('Copy of S3 storage', 'S3, audited');
    const changed = yaml.replace('Copy of S3 storage', 'S3, renamed');
    const dialog = page.getByRole('dialog');
    for (const theme of THEMES) {
      await page.goto(LIST);
      await switchTheme(page, theme);
      await page.getByRole('button', { name: 'Import' }).click();
      await dialog
        .getByLabel('YAML')
        .fill(`${audited}---\n${changed}---\nkind: Secret\n`);
      await expect(dialog.getByText('3 objects found')).toBeVisible();
      await expect(dialog.getByText('Is of the kind Secret')).toBeVisible();
      await expect(
        dialog.getByText('It exists and differs in 1 part.'),
      ).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await takeScreenshot(page, `types-import-${theme}`);
    }
    await dialog.getByLabel('Import S3, renamed').check();
    await dialog.getByRole('button', { name: 'Import 2 types' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('row', { name: /S3, audited/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /S3, renamed/ })).toBeVisible();
  });
});

test('fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(LIST);
  const row = page.getByRole('row', { name: /^S3 storage/ }).first();
  await expect(row).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await takeScreenshot(page, 'types-narrow');
  await row.getByRole('button', { name: 'S3 storage' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Access key')).toBeVisible();
  await takeScreenshot(page, 'type-preview-narrow');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Duplicate' })
    .click();
  await expect(page.getByLabel('Display name')).toHaveValue(
    'Copy of S3 storage',
  );
  await page.getByRole('button', { name: 'Built-in set' }).click();
  await page.getByRole('menuitem', { name: 'Hugging Face' }).click();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await takeScreenshot(page, 'type-editor-narrow');
  await page.getByRole('button', { name: 'Move Bucket', exact: true }).focus();
  await takeScreenshot(page, 'type-fields-narrow');
  await page.getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await takeScreenshot(page, 'type-field-narrow');
});
