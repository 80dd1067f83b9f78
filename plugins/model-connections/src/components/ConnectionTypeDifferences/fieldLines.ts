import {
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';

/** What a field says in one of its properties, in the order in which the editor shows them. */
export interface FieldLine {
  /** The key of a property in the ConfigMap. */
  property: string;
  text: string;
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return value
      .map(entry =>
        typeof entry === 'object' && entry !== null && 'label' in entry
          ? `${entry.label} (${entry.value})`
          : textOf(entry),
      )
      .join(', ');
  }
  return JSON.stringify(value);
};

const HEAD = ['name', 'type', 'description', 'envVar', 'required'] as const;

/** Everything that a field says, line by line. */
export function fieldLines(field: ConnectionTypeFormField): FieldLine[] {
  const known = field as Record<string, unknown>;
  const { type, properties, ...rest } = known;
  const others = Object.keys(rest).filter(
    key => !HEAD.includes(key as (typeof HEAD)[number]),
  );
  const lines = [...HEAD, ...others]
    .filter(key => known[key] !== undefined && known[key] !== false)
    .map(key => ({ property: key, text: textOf(known[key]) }));
  const own = isValueField(field) ? Object.entries(properties ?? {}) : [];
  return [
    ...lines,
    ...own
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => ({ property, text: textOf(value) })),
  ];
}
