import {
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';

/** Fields that go in after another one; at the end where there is none. */
export interface RestoredFields {
  fields: ConnectionTypeFormField[];
  after?: string;
}

const isSame = (
  one: ConnectionTypeFormField,
  other: ConnectionTypeFormField,
): boolean =>
  isValueField(one) && isValueField(other)
    ? one.envVar === other.envVar
    : one.type === other.type && one.name === other.name;

/** The stored fields with these keys, each where it stood: after what is still there of what came before it. */
export function restoredFields(
  stored: readonly ConnectionTypeFormField[],
  keys: readonly string[],
  present: readonly DraftField[],
): RestoredFields[] {
  const groups: RestoredFields[] = [];
  let after: string | undefined;
  for (const field of stored) {
    const there = present.find(entry => isSame(entry.field, field));
    if (there) {
      after = there.id;
    } else if (isValueField(field) && keys.includes(field.envVar)) {
      const last = groups[groups.length - 1];
      if (last && last.after === after) last.fields.push(field);
      else groups.push({ fields: [field], after });
    }
  }
  return groups;
}
