import {
  ConnectionTypeFormField,
  validateConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo, useState } from 'react';
import {
  FieldDraft,
  fieldOfDraft,
  FieldProperties,
  propertiesOf,
} from './FieldDraft';

/** The beginning of a message is the beginning of a sentence here. */
const sentence = (message: string) =>
  message.charAt(0).toUpperCase() + message.slice(1);

/** A field as it is being edited, what is wrong with it beside the other fields, and what of that is to be shown. */
export function useFieldDraft(
  start: FieldDraft,
  others: readonly ConnectionTypeFormField[],
) {
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState<Readonly<Record<string, true>>>({});
  const [refusals, setRefusals] = useState(0);
  const field = useMemo(() => fieldOfDraft(draft), [draft]);
  const issues = useMemo(() => {
    const prefix = `fields.${others.length}.`;
    return validateConnectionType({
      name: 'ct-x',
      displayName: 'x',
      categories: ['x'],
      // The last one is the one whose environment variable is told to be there already.
      fields: [...others, field],
    }).issues.flatMap(issue =>
      issue.field.startsWith(prefix)
        ? [
            {
              path: issue.field.slice(prefix.length),
              message: sentence(issue.message),
            },
          ]
        : [],
    );
  }, [others, field]);

  const touch = (key: string) => setTouched(old => ({ ...old, [key]: true }));
  return {
    draft,
    field,
    properties: propertiesOf(draft),
    isDirty: draft !== start,
    isValid: issues.length === 0,
    refusals,
    /** What is wrong at a path (or beneath it), once somebody was there or tried to go on. */
    problemOf(path: string, isDeep = false): string | undefined {
      const found = issues.find(
        issue =>
          issue.path === path || (isDeep && issue.path.startsWith(`${path}.`)),
      );
      const isShown =
        refusals > 0 ||
        Object.keys(touched).some(
          key => key === path || key.startsWith(`${path}.`),
        );
      return isShown ? found?.message : undefined;
    },
    touch,
    set(change: Partial<FieldDraft>) {
      setDraft(old => ({ ...old, ...change }));
      Object.keys(change).forEach(touch);
      // What follows the name is shown with it.
      if (change.name) touch('envVar');
    },
    setProperties(change: FieldProperties) {
      setDraft(old => ({
        ...old,
        properties: {
          ...old.properties,
          [old.type]: { ...propertiesOf(old), ...change },
        },
      }));
      Object.keys(change).forEach(key => touch(`properties.${key}`));
    },
    /** The field when nothing is wrong; else everything that is wrong is shown. */
    submit(): ConnectionTypeFormField | undefined {
      if (issues.length === 0) {
        return field;
      }
      setRefusals(count => count + 1);
      return undefined;
    },
  };
}

/** From {@link useFieldDraft}. */
export type FieldDraftModel = ReturnType<typeof useFieldDraft>;
