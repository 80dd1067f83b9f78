import { ConnectionTypeFormField } from './connectionTypeFieldSchema';

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

/**
 * Writes categories and fields as the `data` of a connection type's ConfigMap: JSON without spaces, keys in a fixed
 * order, absent ones omitted, so that equal types are equal texts.
 *
 * @public
 */
export function serialiseConnectionTypeData(type: {
  categories: string[];
  fields: ConnectionTypeFormField[];
}): Record<'category' | 'fields', string> {
  return {
    category: JSON.stringify(type.categories),
    fields: JSON.stringify(type.fields.map(ordered)),
  };
}
