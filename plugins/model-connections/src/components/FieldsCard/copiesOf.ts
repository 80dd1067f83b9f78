import {
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';

/**
 * Copies of a field, or of a section and its fields, under environment variables that no other field has. The first one
 * gets another name.
 */
export function copiesOf(
  originals: readonly DraftField[],
  firstName: string,
  fields: readonly DraftField[],
): ConnectionTypeFormField[] {
  const taken = new Set(
    fields.flatMap(({ field }) => (isValueField(field) ? [field.envVar] : [])),
  );
  return originals.map(({ field }, index) => {
    const name = index === 0 ? firstName : field.name;
    if (!isValueField(field)) {
      return { ...field, name };
    }
    const first = `${field.envVar}_COPY`;
    let envVar = first;
    for (let number = 2; taken.has(envVar); number++) {
      envVar = `${first}_${number}`;
    }
    taken.add(envVar);
    return { ...field, name, envVar };
  });
}
