import {
  ConnectionTypeFormField,
  ConnectionValue,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { alike } from './alike';
import { defaultValues } from './defaultValues';

/** What makes a value of one field fit another. */
const kindOf = (field: ConnectionTypeFormField | undefined) =>
  field?.type === 'dropdown' ? field.properties.variant : field?.type;

/**
 * The values of a form whose type is given anew, as the preview of a type that is being edited does: what was typed
 * stays, what still is the default follows it, what no longer fits its field starts anew.
 */
export function followedDefaults(
  before: readonly ConnectionTypeFormField[],
  after: readonly ConnectionTypeFormField[],
  values: Readonly<Record<string, ConnectionValue>>,
): Record<string, ConnectionValue> {
  const oldDefaults = defaultValues(before);
  const next = defaultValues(after);
  const oldFields = new Map(
    before.filter(isValueField).map(field => [field.envVar, field]),
  );
  for (const field of after.filter(isValueField)) {
    const { envVar } = field;
    const isTyped = !alike(values[envVar], oldDefaults[envVar]);
    if (isTyped && kindOf(oldFields.get(envVar)) === kindOf(field)) {
      if (values[envVar] === undefined) delete next[envVar];
      else next[envVar] = values[envVar];
    }
  }
  return next;
}
