import { z } from 'zod';
import { connectionTypeFieldProblems } from './connectionTypeFieldProblems';
import {
  ConnectionTypeFormField,
  connectionTypeFieldSchema,
  forbidsDefault,
  sharedFieldProperties,
} from './connectionTypeFieldSchema';

/**
 * What the `data` of a connection type's ConfigMap says.
 *
 * @public
 */
export interface ConnectionTypeData {
  categories: string[];
  fields: ConnectionTypeFormField[];
  /** Everything that is wrong, in sentences; absent when the type can be used. What did parse is still there. */
  invalid?: string;
}

const categoriesSchema = z.array(z.string()).min(1);

/** Read tolerantly: types are public, so a default that must not be there is not passed on. */
function withoutForbiddenDefault(
  field: ConnectionTypeFormField,
): ConnectionTypeFormField {
  const properties = sharedFieldProperties(field);
  if (!forbidsDefault(field) || !('defaultValue' in properties)) {
    return field;
  }
  const { defaultValue: _, ...rest } = properties;
  return { ...field, properties: rest } as ConnectionTypeFormField;
}

function parseJson(
  key: string,
  text: string | undefined,
): { value: unknown } | { problem: string } {
  if (text === undefined) {
    return { problem: `The key "${key}" is missing.` };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: `The key "${key}" is not JSON.` };
  }
}

/**
 * Reads the `data` of a connection type's ConfigMap. Never throws: what does not parse is named in `invalid`.
 *
 * @public
 */
export function parseConnectionTypeData(
  data: Record<string, string>,
): ConnectionTypeData {
  const problems: string[] = [];

  let categories: string[] = [];
  const category = parseJson('category', data.category);
  if ('problem' in category) {
    problems.push(category.problem);
  } else {
    const parsed = categoriesSchema.safeParse(category.value);
    if (parsed.success) {
      categories = parsed.data;
    } else {
      problems.push(
        'The key "category" is not a JSON array of at least one string.',
      );
    }
  }

  const fields: ConnectionTypeFormField[] = [];
  const list = parseJson('fields', data.fields);
  if ('problem' in list) {
    problems.push(list.problem);
  } else if (!Array.isArray(list.value)) {
    problems.push('The key "fields" is not a JSON array.');
  } else {
    list.value.forEach((entry: unknown, index) => {
      const parsed = connectionTypeFieldSchema.safeParse(entry);
      if (parsed.success) {
        fields.push(withoutForbiddenDefault(parsed.data));
        return;
      }
      const name = (entry as { name?: unknown } | undefined)?.name;
      const where = typeof name === 'string' && name ? ` ("${name}")` : '';
      const issue = parsed.error.issues[0];
      problems.push(
        `Field ${index + 1}${where}: ${[...issue.path, issue.message].join(
          ' ',
        )}.`,
      );
    });
  }
  problems.push(
    ...connectionTypeFieldProblems(fields).map(
      ({ index, problem }) => `The field "${fields[index].name}" ${problem}.`,
    ),
  );

  return {
    categories,
    fields,
    ...(problems.length > 0 ? { invalid: problems.join(' ') } : {}),
  };
}
