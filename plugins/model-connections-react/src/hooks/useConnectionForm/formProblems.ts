import {
  CA_CERTIFICATE_FIELD,
  ConnectionTypeFormField,
  isValueField,
  ValueIssue,
} from '@mooring/backstage-plugin-model-connections-common';
import { errorStatus, fieldErrors } from '../../errors';
import { ConnectionFormErrors } from './ConnectionFormModel';
import { ConnectionFormState, valueKey } from './ConnectionFormState';

/** What is wrong with a form, shown or not. */
export interface FormProblems {
  /** By the keys of {@link valueKey}, and the names of the form's own fields. */
  byKey: Record<string, string>;
  /** What belongs to no single field. */
  other: string[];
}

const OWN_FIELDS = ['displayName', 'description', 'name', CA_CERTIFICATE_FIELD];

/** Puts what is wrong with the values to their fields. */
export function formProblems(
  typeName: string,
  issues: readonly ValueIssue[],
): FormProblems {
  const isOfAll = ({ field }: ValueIssue) => field === 'values';
  return {
    byKey: Object.fromEntries(
      issues
        .filter(issue => !isOfAll(issue))
        .map(({ field, message }) => [valueKey(typeName, field), message]),
    ),
    other: issues.filter(isOfAll).map(({ message }) => message),
  };
}

/** The problems to be shown now: what the server refused, and what is wrong with fields that were left or submitted. */
export function shownErrors(
  state: ConnectionFormState,
  fields: readonly ConnectionTypeFormField[],
  problems: FormProblems,
): ConnectionFormErrors {
  const typeName = state.type?.name ?? '';
  const shown = (key: string): string | undefined =>
    state.serverErrors[key] ??
    (state.submitted || state.touched[key] ? problems.byKey[key] : undefined);
  const values: Record<string, string> = {};
  for (const { envVar } of fields.filter(isValueField)) {
    const error = shown(valueKey(typeName, envVar));
    if (error) values[envVar] = error;
  }
  return {
    displayName: shown('displayName'),
    description: shown('description'),
    name: shown('name'),
    values,
    caCertificate: shown(CA_CERTIFICATE_FIELD),
    other: [...problems.other, ...state.otherErrors],
  };
}

/** The titles of the type's fields that have a problem, in order. */
export function wrongFieldNames(
  typeName: string,
  fields: readonly ConnectionTypeFormField[],
  problems: FormProblems,
): string[] {
  return fields
    .filter(isValueField)
    .filter(({ envVar }) => problems.byKey[valueKey(typeName, envVar)])
    .map(({ name }) => name);
}

/** A server's refusal by the fields it names; both empty when it names none. */
export function serverErrorsOf(
  error: Error,
  typeName: string,
  fields: readonly ConnectionTypeFormField[],
): { errors: Record<string, string>; other: string[] } {
  const envVars = new Set(
    fields.filter(isValueField).map(({ envVar }) => envVar),
  );
  const isConflict = errorStatus(error) === 409;
  const errors: Record<string, string> = {};
  const other: string[] = [];
  for (const { field, message } of fieldErrors(error)) {
    const isOwn = OWN_FIELDS.includes(field);
    // A conflict is about the connection itself, even where a value is called the same.
    if (isOwn && (isConflict || !envVars.has(field))) {
      errors[field] = message;
    } else if (envVars.has(field)) {
      errors[valueKey(typeName, field)] = message;
    } else {
      other.push(field === 'values' ? message : `${field}: ${message}`);
    }
  }
  return { errors, other };
}
