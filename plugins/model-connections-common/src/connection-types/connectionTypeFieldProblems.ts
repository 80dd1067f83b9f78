import {
  ConnectionTypeFormField,
  isValueField,
  sharedFieldProperties,
  ValueField,
} from './connectionTypeFieldSchema';

/**
 * Something wrong between the properties of the fields of a type.
 *
 * @public
 */
export interface ConnectionTypeFieldProblem {
  /** The field's position, from 0. */
  index: number;
  /** The property that is wrong, such as `envVar` or `properties.defaultValue`. */
  property: string;
  /** A predicate to the field's name, such as `has no default value`. */
  problem: string;
}

type Found = Omit<ConnectionTypeFieldProblem, 'index'>;

function numericProblems(
  field: Extract<ValueField, { type: 'numeric' }>,
): Found[] {
  const found: Found[] = [];
  const { min, max, defaultValue } = field.properties ?? {};
  if (min !== undefined && max !== undefined && min >= max) {
    found.push({
      property: 'properties.min',
      problem: `has a minimum (${min}) that is not below its maximum (${max})`,
    });
  }
  if (
    defaultValue !== undefined &&
    (defaultValue < (min ?? -Infinity) || defaultValue > (max ?? Infinity))
  ) {
    found.push({
      property: 'properties.defaultValue',
      problem: `has a default (${defaultValue}) outside its range`,
    });
  }
  return found;
}

function dropdownProblems(
  field: Extract<ValueField, { type: 'dropdown' }>,
): Found[] {
  const found: Found[] = [];
  const { items, defaultValue = [], variant } = field.properties;
  const values = items.map(item => item.value);
  for (const key of ['value', 'label'] as const) {
    if (new Set(items.map(item => item[key])).size < items.length) {
      found.push({
        property: 'properties.items',
        problem: `has two items with the same ${key}`,
      });
    }
  }
  const strange = defaultValue.filter(value => !values.includes(value));
  if (strange.length > 0) {
    found.push({
      property: 'properties.defaultValue',
      problem: `has a default that is none of its items: ${strange.join(', ')}`,
    });
  }
  if (variant === 'single' && defaultValue.length > 1) {
    found.push({
      property: 'properties.defaultValue',
      problem: 'lets one item be chosen and has several defaults',
    });
  }
  return found;
}

function fieldProblems(field: ValueField): Found[] {
  const found: Found[] = [];
  const { defaultReadOnly, defaultValue } = sharedFieldProperties(field);
  if (defaultReadOnly && (defaultValue === undefined || defaultValue === '')) {
    found.push({
      property: 'properties.defaultReadOnly',
      problem: 'is read-only and has no default value',
    });
  }
  if (
    field.type === 'uri' &&
    defaultValue &&
    !URL.canParse(`${defaultValue}`)
  ) {
    found.push({
      property: 'properties.defaultValue',
      problem: 'has a default that is no absolute URI',
    });
  }
  if (field.type === 'numeric') {
    found.push(...numericProblems(field));
  }
  if (field.type === 'dropdown') {
    found.push(...dropdownProblems(field));
  }
  return found;
}

/**
 * What is wrong with the fields of a type taken together; the schema has the rules of each property alone.
 *
 * @public
 */
export function connectionTypeFieldProblems(
  fields: ConnectionTypeFormField[],
): ConnectionTypeFieldProblem[] {
  const problems: ConnectionTypeFieldProblem[] = [];
  const seen = new Map<string, string>();
  fields.forEach((field, index) => {
    if (!isValueField(field)) {
      return;
    }
    const other = seen.get(field.envVar);
    if (other !== undefined) {
      problems.push({
        index,
        property: 'envVar',
        problem: `has the environment variable ${field.envVar}, as "${other}" has`,
      });
    }
    seen.set(field.envVar, field.name);
    problems.push(...fieldProblems(field).map(found => ({ index, ...found })));
  });
  return problems;
}
