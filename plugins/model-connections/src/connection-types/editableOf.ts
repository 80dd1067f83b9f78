import {
  ConnectionType,
  ConnectionTypeFormField,
  EditableConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';

/** What of a stored type a person edits. */
export function editableOf(type: ConnectionType): EditableConnectionType {
  return {
    displayName: type.displayName ?? type.name,
    description: type.description,
    categories: type.categories,
    enabled: type.enabled,
    fields: type.fields as ConnectionTypeFormField[],
  };
}
