import {
  Connection,
  ConnectionType,
  ConnectionValue,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionEdits, StoredValueChoice } from './ConnectionFormModel';
import {
  ConnectionFormState,
  emptyConnectionForm,
} from './ConnectionFormState';

/** A form that shows a stored connection, with edits that were made already. */
export function connectionFormOf(
  connection: Connection,
  type: ConnectionType | undefined,
  edits: ConnectionEdits = {},
): ConnectionFormState {
  const { remove = [] } = edits;
  const values: Record<string, ConnectionValue> = { ...edits.values };
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
    displayName: edits.displayName ?? connection.displayName ?? '',
    description: edits.description ?? connection.description ?? '',
    typedName: connection.name,
    type,
    values: { [type?.name ?? '']: values },
    choices,
  };
}
