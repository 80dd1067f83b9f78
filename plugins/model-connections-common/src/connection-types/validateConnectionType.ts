import { ConnectionTypeWrite, ErrorDetail } from '../schema/openapi';
import { connectionTypeFieldProblems } from './connectionTypeFieldProblems';
import {
  ConnectionTypeFormField,
  connectionTypeFieldSchema,
  forbidsDefault,
  isWriteOnlyField,
  sharedFieldProperties,
} from './connectionTypeFieldSchema';

const NAME = /^ct-[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * What is wrong with the resource name of a new connection type, in words; `undefined` when nothing is.
 *
 * @public
 */
export function connectionTypeNameProblem(name: string): string | undefined {
  return name.length <= 253 && NAME.test(name)
    ? undefined
    : 'Must be "ct-" and then lower-case letters, digits and "-", at most 253 characters.';
}

/** Types are public: what must not stand in one is refused, not silently dropped. */
function forbiddenDefault(field: ConnectionTypeFormField): string | undefined {
  if (
    !forbidsDefault(field) ||
    !('defaultValue' in sharedFieldProperties(field))
  ) {
    return undefined;
  }
  return isWriteOnlyField(field)
    ? 'A hidden or file field has no default: everybody can read a type.'
    : 'A field whose input is deferred has no default.';
}

/** More fields than any form has; comparing them with what was there takes time. */
const MOST_FIELDS = 200;

/** Deeper than anything meant; what is written has to be read by others. */
const DEEPEST = 16;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    levels === 0 ||
    Object.values(value).some(inner => isDeeperThan(inner, levels - 1))
  );
}

/** The outcome of {@link validateConnectionType}. @public */
export interface ValidatedConnectionType {
  /** Each with the path of what is wrong, such as `name` or `fields.2.properties.items`. Empty: it can be written. */
  issues: ErrorDetail[];
  /** The fields that parse, all of them when there is no issue. */
  fields: ConnectionTypeFormField[];
}

/**
 * Checks a connection type before it is written, all at once. Never throws. The rule of names is for new types: leave the
 * name out of one that exists, which may have come from elsewhere.
 *
 * @public
 */
export function validateConnectionType(
  type: Pick<ConnectionTypeWrite, 'displayName' | 'categories' | 'fields'> & {
    name?: string;
  },
): ValidatedConnectionType {
  const issues: ErrorDetail[] = [];
  const nameProblem =
    type.name === undefined ? undefined : connectionTypeNameProblem(type.name);
  if (nameProblem) {
    issues.push({ field: 'name', message: nameProblem });
  }
  if (type.displayName.trim() === '') {
    issues.push({ field: 'displayName', message: 'Is required.' });
  }
  if (
    type.categories.length === 0 ||
    type.categories.some(category => category.trim() === '')
  ) {
    issues.push({
      field: 'categories',
      message: 'Name at least one category, and none that is empty.',
    });
  }
  if (type.fields.length > MOST_FIELDS) {
    issues.push({
      field: 'fields',
      message: `A type has at most ${MOST_FIELDS} fields.`,
    });
    return { issues, fields: [] };
  }
  const parsed: { index: number; field: ConnectionTypeFormField }[] = [];
  type.fields.forEach((field, index) => {
    if (isDeeperThan(field, DEEPEST)) {
      issues.push({
        field: `fields.${index}`,
        message: `Is nested more than ${DEEPEST} levels deep.`,
      });
      return;
    }
    const result = connectionTypeFieldSchema.safeParse(field);
    if (!result.success) {
      issues.push(
        ...result.error.issues.map(issue => ({
          field: ['fields', index, ...issue.path].join('.'),
          message: `${issue.message}.`,
        })),
      );
      return;
    }
    parsed.push({ index, field: result.data });
    const forbidden = forbiddenDefault(result.data);
    if (forbidden) {
      issues.push({
        field: `fields.${index}.properties.defaultValue`,
        message: forbidden,
      });
    }
  });
  const fields = parsed.map(({ field }) => field);
  for (const { index, property, problem } of connectionTypeFieldProblems(
    fields,
  )) {
    issues.push({
      field: `fields.${parsed[index].index}.${property}`,
      message: `"${fields[index].name}" ${problem}.`,
    });
  }
  return { issues, fields };
}
