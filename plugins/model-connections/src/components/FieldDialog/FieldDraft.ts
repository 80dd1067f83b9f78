import {
  ConnectionTypeFormField,
  FieldType,
  isWriteOnlyField,
  proposeSecretKey,
} from '@mooring/backstage-plugin-model-connections-common';
import { completeDefault } from './dropdownItems';

/** A field as it is being edited; what a type of field has of its own is kept while another type is looked at. */
export interface FieldDraft {
  type: FieldType;
  name: string;
  description?: string;
  /** As typed; absent while it follows the name. */
  envVar?: string;
  required?: boolean;
  /** By type of field. */
  properties: Readonly<Partial<Record<FieldType, FieldProperties>>>;
  /** What we do not know, and keep. */
  others: Readonly<Record<string, unknown>>;
}

/** The properties of every type of field, as they stand in the ConfigMap. */
export interface FieldProperties {
  defaultValue?: string | string[] | number | boolean;
  defaultReadOnly?: boolean;
  deferInput?: boolean;
  label?: string;
  min?: number;
  max?: number;
  unit?: string;
  variant?: 'single' | 'multi';
  items?: { label: string; value: string }[];
  extensions?: string[];
  helperText?: string;
}

/** The types of field that hold a value, in the order of the choice. */
export const valueFieldTypes = [
  'short-text',
  'text',
  'hidden',
  'uri',
  'boolean',
  'numeric',
  'dropdown',
  'file',
] as const satisfies readonly FieldType[];

/** Begins a field of a type. */
export function newFieldDraft(type: FieldType): FieldDraft {
  return { type, name: '', properties: {}, others: {} };
}

/** Begins to edit a field. */
export function fieldDraftOf(field: ConnectionTypeFormField): FieldDraft {
  const { type, name, description, envVar, required, properties, ...others } =
    field as ConnectionTypeFormField & {
      envVar?: string;
      required?: boolean;
      properties?: FieldProperties;
    };
  return {
    type,
    name,
    description,
    envVar,
    required,
    properties: { [type]: properties ?? {} },
    others,
  };
}

/** The environment variable of a draft: typed, or what follows from the name. */
export function envVarOf(draft: FieldDraft): string {
  return draft.envVar ?? proposeSecretKey(draft.name);
}

/** The properties of a draft's present type. */
export function propertiesOf(draft: FieldDraft): FieldProperties {
  const own = draft.properties[draft.type];
  return (
    own ??
    (draft.type === 'dropdown'
      ? { variant: 'single', items: [{ label: '', value: '' }] }
      : {})
  );
}

const present = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as T;

/** Items without the rows that are still empty; where only one half is there, it stands for both. */
const completeItems = (items: NonNullable<FieldProperties['items']>) =>
  items
    .filter(({ label, value }) => label.trim() || value.trim())
    .map(item => ({
      ...item,
      label: item.label || item.value,
      value: item.value || item.label,
    }));

/** The field that a draft is, right or wrong; what must not have a default has none. */
export function fieldOfDraft(draft: FieldDraft): ConnectionTypeFormField {
  const { type, others } = draft;
  const head = present({
    type,
    name: draft.name.trim(),
    description: draft.description,
  });
  if (type === 'section') {
    return { ...head, ...others } as ConnectionTypeFormField;
  }
  const { defaultValue, defaultReadOnly, deferInput, items, ...rest } =
    propertiesOf(draft);
  const forbidsDefault =
    deferInput === true ||
    isWriteOnlyField({ type } as ConnectionTypeFormField);
  return {
    ...head,
    ...present({ envVar: envVarOf(draft), required: draft.required }),
    properties: present({
      ...(forbidsDefault
        ? {}
        : { defaultValue: completeDefault(defaultValue), defaultReadOnly }),
      deferInput,
      ...rest,
      items: items && completeItems(items),
    }),
    ...others,
  } as ConnectionTypeFormField;
}
