import isEqual from 'lodash/isEqual';
import { ConnectionTypeFormField } from './connectionTypeFieldSchema';
import { splitJsonArray } from './splitJsonArray';

const ORDER = [
  'type',
  'name',
  'description',
  'envVar',
  'required',
  'properties',
];

function ordered(field: ConnectionTypeFormField): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const key of ORDER) {
    const value = (field as Record<string, unknown>)[key];
    if (key === 'properties') {
      if (field.type !== 'section') known.properties = value ?? {};
    } else if (key === 'required') {
      if (value === true) known.required = true;
    } else if (value !== undefined) {
      known[key] = value;
    }
  }
  const unknown = Object.entries(field).filter(([key]) => !ORDER.includes(key));
  return { ...known, ...Object.fromEntries(unknown) };
}

/** The text that stood for an equal value, byte for byte; each is given once. */
function keptTexts(
  text: string | undefined,
): (value: unknown) => string | undefined {
  const left = splitJsonArray(text ?? '[]') ?? [];
  return value => {
    const index = left.findIndex(entry => isEqual(entry.value, value));
    return index < 0 ? undefined : left.splice(index, 1)[0].text;
  };
}

/**
 * Writes categories and fields as the `data` of a connection type's ConfigMap: JSON without spaces, keys in a fixed
 * order, absent ones omitted, so that equal types are equal texts. With `previous`, what was not edited is written back
 * byte for byte, however it was written.
 *
 * @public
 */
export function serialiseConnectionTypeData(
  type: { categories: string[]; fields: ConnectionTypeFormField[] },
  previous: Readonly<Record<string, string>> = {},
): Record<'category' | 'fields', string> {
  const before = splitJsonArray(previous.fields ?? '') ?? [];
  const unchanged = isEqual(
    before.map(entry => entry.value),
    type.fields,
  );
  const categoriesBefore = splitJsonArray(previous.category ?? '') ?? [];
  const kept = keptTexts(previous.fields);
  return {
    category:
      previous.category !== undefined &&
      isEqual(
        categoriesBefore.map(entry => entry.value),
        type.categories,
      )
        ? previous.category
        : JSON.stringify(type.categories),
    fields:
      previous.fields !== undefined && unchanged
        ? previous.fields
        : `[${type.fields
            .map(field => kept(field) ?? JSON.stringify(ordered(field)))
            .join(',')}]`,
  };
}
