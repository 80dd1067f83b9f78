import {
  ConnectionCreate,
  ErrorDetail,
  resourceNameProblem,
  validateConnectionValues,
  ValueIssue,
  valueSizeIssues,
} from '@mooring/backstage-plugin-model-connections-common';
import { StoredConnectionType } from '../codecs/connectionTypeCodec';
import { InvalidInputError, PayloadTooLargeError } from '../errors/errors';

const detail = ({ field, message }: ValueIssue): ErrorDetail => ({
  field,
  message,
});

/** Throws `PayloadTooLargeError` when a value, or all together, cannot fit into a Secret. Needs no cluster. */
export function checkSizes(values: ConnectionCreate['values']): void {
  const issues = valueSizeIssues(values);
  if (issues.length > 0) {
    throw new PayloadTooLargeError(
      'The values are too large for a Secret.',
      issues.map(detail),
    );
  }
}

/** Throws `InvalidInputError` for a name that Kubernetes would refuse. Needs no cluster. */
export function checkName(connection: ConnectionCreate): void {
  const problem = resourceNameProblem(connection.name);
  if (problem) {
    throw new InvalidInputError('The resource name is not valid.', [
      { field: 'name', message: problem },
    ]);
  }
}

/**
 * Checks the values against the type and gives them in their stored form. Throws `InvalidInputError` that names every
 * field that is wrong, also for a type that cannot be used.
 */
export function checkValues(
  connection: ConnectionCreate,
  type: StoredConnectionType,
): Record<string, string> {
  if (type.invalid) {
    throw unusableType(`The type "${type.name}" is faulty: ${type.invalid}`);
  }
  if (!type.enabled) {
    throw unusableType(`The type "${type.name}" is disabled.`);
  }
  const { issues, stored } = validateConnectionValues(
    type.fields,
    connection.values,
  );
  checkSizes(stored);
  if (issues.length > 0) {
    throw new InvalidInputError(
      issues.length === 1
        ? 'A value is not valid.'
        : `${issues.length} values are not valid.`,
      issues.map(detail),
    );
  }
  return stored;
}

/** The error for a type that no connection can be made from. */
export function unusableType(message: string): InvalidInputError {
  return new InvalidInputError(message, [
    { field: 'typeName', message: 'Choose another connection type.' },
  ]);
}
