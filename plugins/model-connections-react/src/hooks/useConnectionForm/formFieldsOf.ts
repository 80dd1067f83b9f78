import {
  ConnectionType,
  ConnectionTypeFormField,
  connectionTypeFieldSchema,
} from '@mooring/backstage-plugin-model-connections-common';

/** A type's fields by the schema; one that does not fit it (then the type is invalid) is left out. */
export function formFieldsOf(type: ConnectionType): ConnectionTypeFormField[] {
  return type.fields.flatMap(field => {
    const parsed = connectionTypeFieldSchema.safeParse(field);
    return parsed.success ? [parsed.data] : [];
  });
}
