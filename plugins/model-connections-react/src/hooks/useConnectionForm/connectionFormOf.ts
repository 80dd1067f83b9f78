import {
  Connection,
  ConnectionType,
  ConnectionValue,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionEdits, StoredValueChoice } from './ConnectionFormModel';
import { offeredDefaults } from './offeredDefaults';
import {
  ConnectionFormState,
  emptyConnectionForm,
} from './ConnectionFormState';

/**
 * A form that shows a stored connection, with edits that were made already. Where there are none, the fields that it has no
 * value for begin with their defaults.
 */
export function connectionFormOf(
  connection: Connection,
  type: ConnectionType | undefined,
  edits?: ConnectionEdits,
): ConnectionFormState {
  const { remove = [], s3 = {} } = edits ?? {};
  const values: Record<string, ConnectionValue> = edits
    ? { ...edits.values }
    : offeredDefaults(connection, type);
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
    s3,
  };
}
