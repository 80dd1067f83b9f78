import {
  ConnectionTypeFormField,
  ConnectionValue,
  isValueField,
  sharedFieldProperties,
} from '@mooring/backstage-plugin-model-connections-common';

/** What a form starts with: the fields' defaults, a dropdown of one choice as that choice. */
export function defaultValues(
  fields: readonly ConnectionTypeFormField[],
): Record<string, ConnectionValue> {
  const values: Record<string, ConnectionValue> = {};
  for (const field of fields) {
    const { defaultValue } = sharedFieldProperties(field);
    if (!isValueField(field) || defaultValue === undefined) {
      continue;
    }
    const single =
      field.type === 'dropdown' && field.properties.variant === 'single';
    if (single && Array.isArray(defaultValue)) {
      if (defaultValue.length > 0) values[field.envVar] = defaultValue[0];
    } else {
      values[field.envVar] = defaultValue;
    }
  }
  return values;
}
