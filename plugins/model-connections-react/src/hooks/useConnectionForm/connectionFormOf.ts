import {
  Connection,
  ConnectionType,
  ConnectionValue,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionEdits, StoredValueChoice } from './ConnectionFormModel';
import { formFieldsOf } from './formFieldsOf';
import { offeredDefaults } from './offeredDefaults';
import {
  ConnectionFormState,
  emptyConnectionForm,
} from './ConnectionFormState';

/**
 * A form that shows a stored connection, with edits that were made already. Required fields that it has no value for begin
 * with their defaults: no change of a value is accepted without them. All other defaults are for somebody to ask for.
 */
export function connectionFormOf(
  connection: Connection,
  type: ConnectionType | undefined,
  edits?: ConnectionEdits,
): ConnectionFormState {
  const { remove = [], s3 = {} } = edits ?? {};
  const values: Record<string, ConnectionValue> = { ...edits?.values };
  const prefilled: Record<string, true> = {};
  const offered = offeredDefaults(connection, type);
  for (const { envVar, required } of (type ? formFieldsOf(type) : []).filter(
    isValueField,
  )) {
    const value = offered[envVar];
    if (required && value !== undefined && values[envVar] === undefined) {
      values[envVar] = value;
      prefilled[envVar] = true;
    }
  }
  const choices: Record<string, StoredValueChoice> = {};
  for (const [key, { value }] of Object.entries(connection.values)) {
    const isReplaced = values[key] !== undefined;
    if (value === undefined) {
      choices[key] = isReplaced ? 'replaced' : 'kept';
      if (remove.includes(key)) choices[key] = 'removed';
    } else if (!isReplaced && !remove.includes(key)) {
      values[key] = value;
    }
  }
  return {
    ...emptyConnectionForm,
    displayName: edits?.displayName ?? connection.displayName ?? '',
    description: edits?.description ?? connection.description ?? '',
    typedName: connection.name,
    type,
    values: { [type?.name ?? '']: values },
    choices,
    prefilled,
    s3,
  };
}
