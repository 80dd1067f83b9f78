import {
  Connection,
  ConnectionType,
  ConnectionValue,
  isValueField,
  sharedFieldProperties,
} from '@mooring/backstage-plugin-model-connections-common';
import { defaultValues } from './defaultValues';
import { formFieldsOf } from './formFieldsOf';

/**
 * The defaults of the fields that a connection has no value for, as where its type has come by them since; those that are
 * fixed are for the server.
 */
export function offeredDefaults(
  connection: Connection,
  type: ConnectionType | undefined,
): Record<string, ConnectionValue> {
  const fields = (type ? formFieldsOf(type) : []).filter(
    field =>
      isValueField(field) &&
      connection.values[field.envVar] === undefined &&
      !sharedFieldProperties(field).defaultReadOnly,
  );
  return defaultValues(fields);
}
