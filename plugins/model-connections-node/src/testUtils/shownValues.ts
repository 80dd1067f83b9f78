import {
  ConnectionType,
  ConnectionTypeFormField,
  ConnectionValue,
  isValueField,
  mayShowValue,
  StoredConnectionValue,
} from '@mooring/backstage-plugin-model-connections-common';

/** What a connection shows of the values that it was made from. */
export function shownValues(
  type: ConnectionType,
  values: Record<string, ConnectionValue>,
): Record<string, StoredConnectionValue> {
  // The API answers only fields that it has checked.
  const fields = (type.fields as ConnectionTypeFormField[]).filter(
    isValueField,
  );
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = fields.find(({ envVar }) => envVar === key);
      return [key, mayShowValue(key, field, []) ? { value } : { isSet: true }];
    }),
  );
}
