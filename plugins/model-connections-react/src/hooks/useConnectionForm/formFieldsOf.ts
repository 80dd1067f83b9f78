import {
  ConnectionType,
  ConnectionTypeField,
  ConnectionTypeFormField,
  connectionTypeFieldSchema,
} from '@mooring/backstage-plugin-model-connections-common';

/** Parsed once each, so that what did not change stays the same object and is not drawn again. */
const parsedFields = new WeakMap<
  ConnectionTypeField,
  ConnectionTypeFormField[]
>();

function parse(field: ConnectionTypeField): ConnectionTypeFormField[] {
  const known = parsedFields.get(field);
  if (known) {
    return known;
  }
  const { success, data } = connectionTypeFieldSchema.safeParse(field);
  const parsed = success ? [data] : [];
  parsedFields.set(field, parsed);
  return parsed;
}

/** A type's fields by the schema; one that does not fit it (then the type is invalid) is left out. */
export function formFieldsOf(type: ConnectionType): ConnectionTypeFormField[] {
  return type.fields.flatMap(parse);
}
