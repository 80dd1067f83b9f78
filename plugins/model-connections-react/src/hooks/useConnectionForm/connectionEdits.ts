import {
  Connection,
  ConnectionTypeFormField,
  ConnectionValue,
  isValueField,
  KeptConnectionValues,
} from '@mooring/backstage-plugin-model-connections-common';
import { alike } from './alike';
import { ConnectionEdits } from './ConnectionFormModel';
import { ConnectionFormState } from './ConnectionFormState';
import { s3SettingsEdits } from './s3SettingsModel';

/** Whether a field with this value counts as not filled in. */
export const isEmpty = (value: ConnectionValue | undefined) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A value as the Secret stores it. */
function textOf(value: ConnectionValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/**
 * What a form changes about a connection, and nothing else. What was filled in for somebody goes along with a change of
 * values, and is no change by itself.
 */
export function connectionEdits(
  state: ConnectionFormState,
  connection: Connection,
  fields: readonly ConnectionTypeFormField[],
): ConnectionEdits {
  const typed = state.values[state.type?.name ?? ''] ?? {};
  const values: Record<string, ConnectionValue> = {};
  const prefilled: Record<string, ConnectionValue> = {};
  const remove = Object.keys(state.choices).filter(
    key => state.choices[key] === 'removed',
  );
  for (const { envVar } of fields.filter(isValueField)) {
    const value = typed[envVar];
    const stored = connection.values[envVar];
    if (!isEmpty(value)) {
      const changed = state.prefilled[envVar] ? prefilled : values;
      if (!alike(value, stored?.value)) changed[envVar] = value;
    } else if (stored?.value !== undefined && !isEmpty(stored.value)) {
      remove.push(envVar);
    }
  }
  const edits: ConnectionEdits = {};
  for (const key of ['displayName', 'description'] as const) {
    const text = state[key].trim();
    if (text !== (connection[key] ?? '').trim()) edits[key] = text;
  }
  const isChange = Object.keys(values).length + remove.length > 0;
  const written = isChange ? { ...prefilled, ...values } : {};
  if (Object.keys(written).length > 0) edits.values = written;
  if (remove.length > 0) edits.remove = remove;
  const s3 = connection.s3 && s3SettingsEdits(state.s3, connection.s3);
  if (s3) edits.s3 = s3;
  return edits;
}

/** Whether values change, rather than names alone. */
export function changesValues({ values, remove }: ConnectionEdits): boolean {
  return values !== undefined || remove !== undefined;
}

/** What a connection keeps under these edits; of what is never shown, that it is there. */
export function keptValues(
  connection: Connection,
  { remove = [] }: ConnectionEdits,
): KeptConnectionValues {
  return Object.fromEntries(
    Object.entries(connection.values)
      .filter(([key]) => !remove.includes(key))
      .map(([key, { value }]) => [
        key,
        value === undefined ? undefined : textOf(value),
      ]),
  );
}
