import { z } from 'zod';
import { isSecretKey } from '../names/secretKey';

const envVar = z.string().refine(isSecretKey, {
  error:
    'must be a Secret key: letters, digits, "-", "_" and ".", at most 253, not "." and not starting with ".."',
});

const head = {
  name: z.string().min(1, { error: 'must not be empty' }),
  description: z.string().optional(),
};
const valueHead = { ...head, envVar, required: z.boolean().optional() };
const shared = {
  defaultReadOnly: z.boolean().optional(),
  deferInput: z.boolean().optional(),
};
const withDefault = <T extends z.ZodType>(defaultValue: T) => ({
  ...shared,
  defaultValue: defaultValue.optional(),
});

const sectionField = z.looseObject({ type: z.literal('section'), ...head });
const shortTextField = z.looseObject({
  type: z.literal('short-text'),
  ...valueHead,
  properties: z.looseObject(withDefault(z.string())).optional(),
});
const textField = z.looseObject({
  type: z.literal('text'),
  ...valueHead,
  properties: z.looseObject(withDefault(z.string())).optional(),
});
const hiddenField = z.looseObject({
  type: z.literal('hidden'),
  ...valueHead,
  properties: z.looseObject({ deferInput: shared.deferInput }).optional(),
});
const uriField = z.looseObject({
  type: z.literal('uri'),
  ...valueHead,
  properties: z.looseObject(withDefault(z.string())).optional(),
});
const booleanField = z.looseObject({
  type: z.literal('boolean'),
  ...valueHead,
  properties: z
    .looseObject({ ...withDefault(z.boolean()), label: z.string().optional() })
    .optional(),
});
const numericField = z.looseObject({
  type: z.literal('numeric'),
  ...valueHead,
  properties: z
    .looseObject({
      ...withDefault(z.number()),
      min: z.number().optional(),
      max: z.number().optional(),
      unit: z.string().optional(),
    })
    .optional(),
});
const dropdownField = z.looseObject({
  type: z.literal('dropdown'),
  ...valueHead,
  properties: z.looseObject({
    ...withDefault(z.array(z.string())),
    variant: z.enum(['single', 'multi']),
    items: z
      .array(z.looseObject({ label: z.string(), value: z.string() }))
      .min(1, { error: 'needs at least one item' }),
  }),
});
const fileField = z.looseObject({
  type: z.literal('file'),
  ...valueHead,
  properties: z
    .looseObject({
      deferInput: shared.deferInput,
      extensions: z
        .array(z.string().regex(/^\../, { error: 'must start with "."' }))
        .optional(),
      helperText: z.string().optional(),
    })
    .optional(),
});

/**
 * One field of a connection type as it is written in the ConfigMap; keys that we do not know are kept.
 *
 * @public
 */
export const connectionTypeFieldSchema = z.discriminatedUnion('type', [
  sectionField,
  shortTextField,
  textField,
  hiddenField,
  uriField,
  booleanField,
  numericField,
  dropdownField,
  fileField,
]);

/**
 * One field of a connection type, discriminated by `type`.
 *
 * @public
 */
export type ConnectionTypeFormField = z.infer<typeof connectionTypeFieldSchema>;

/**
 * A field that groups those after it and holds no value.
 *
 * @public
 */
export type SectionField = Extract<
  ConnectionTypeFormField,
  { type: 'section' }
>;

/**
 * A field that holds a value, in the Secret's key `envVar`.
 *
 * @public
 */
export type ValueField = Exclude<ConnectionTypeFormField, SectionField>;

/**
 * Whether a field holds a value (all but sections do).
 *
 * @public
 */
export function isValueField(
  field: ConnectionTypeFormField,
): field is ValueField {
  return field.type !== 'section';
}

/**
 * Whether a field's value is write-only: accepted, stored and never shown again.
 *
 * @public
 */
export function isWriteOnlyField(field: ConnectionTypeFormField): boolean {
  return field.type === 'hidden' || field.type === 'file';
}

/**
 * Whether a field may have no default: types are public, and a deferred value is not known yet.
 *
 * @public
 */
export function forbidsDefault(field: ConnectionTypeFormField): boolean {
  return (
    isWriteOnlyField(field) || sharedFieldProperties(field).deferInput === true
  );
}

/**
 * The properties that fields of several types have; a type's own come beside them.
 *
 * @public
 */
export interface SharedFieldProperties {
  /** What the form starts with; never present on hidden and file fields. */
  defaultValue?: string | string[] | number | boolean;
  /** The default is stored, whatever is sent. */
  defaultReadOnly?: boolean;
  /** The value may be left for later, even where the field is required: whoever uses the connection gives it. */
  deferInput?: boolean;
}

/**
 * A field's properties as far as its type does not matter; empty for a section.
 *
 * @public
 */
export function sharedFieldProperties(
  field: ConnectionTypeFormField,
): SharedFieldProperties {
  return isValueField(field)
    ? ((field.properties ?? {}) as SharedFieldProperties)
    : {};
}
