import {
  ConnectionTypeFormField,
  isValueField,
  sharedFieldProperties,
  ValueField,
} from './connectionTypeFieldSchema';

/** The rules that stand between the properties of one field; the schema has those of each property alone. */
function fieldProblems(field: ValueField): string[] {
  const problems: string[] = [];
  const properties = sharedFieldProperties(field);
  const hasDefault =
    properties.defaultValue !== undefined && properties.defaultValue !== '';
  if (properties.defaultReadOnly && !hasDefault) {
    problems.push('is read-only and has no default value');
  }
  if (field.type === 'numeric') {
    const { min, max, defaultValue } = field.properties ?? {};
    if (min !== undefined && max !== undefined && min >= max) {
      problems.push(
        `has a minimum (${min}) that is not below its maximum (${max})`,
      );
    }
    if (
      defaultValue !== undefined &&
      (defaultValue < (min ?? -Infinity) || defaultValue > (max ?? Infinity))
    ) {
      problems.push(`has a default (${defaultValue}) outside its range`);
    }
  }
  if (field.type === 'dropdown') {
    const { items, defaultValue = [], variant } = field.properties;
    const values = items.map(item => item.value);
    if (new Set(values).size < values.length) {
      problems.push('has two items with the same value');
    }
    if (new Set(items.map(item => item.label)).size < items.length) {
      problems.push('has two items with the same label');
    }
    const strange = defaultValue.filter(value => !values.includes(value));
    if (strange.length > 0) {
      problems.push(
        `has a default that is none of its items: ${strange.join(', ')}`,
      );
    }
    if (variant === 'single' && defaultValue.length > 1) {
      problems.push('lets one item be chosen and has several defaults');
    }
  }
  return problems;
}

/**
 * What is wrong with the fields of a type taken together: each entry is a sentence that names the field.
 *
 * @public
 */
export function connectionTypeFieldProblems(
  fields: ConnectionTypeFormField[],
): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const field of fields) {
    if (!isValueField(field)) {
      continue;
    }
    const other = seen.get(field.envVar);
    if (other !== undefined) {
      problems.push(
        `The fields "${other}" and "${field.name}" have the same environment variable ${field.envVar}.`,
      );
    }
    seen.set(field.envVar, field.name);
    for (const problem of fieldProblems(field)) {
      problems.push(`The field "${field.name}" ${problem}.`);
    }
  }
  return problems;
}
