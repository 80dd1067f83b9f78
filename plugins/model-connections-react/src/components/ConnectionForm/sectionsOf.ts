import {
  ConnectionTypeFormField,
  SectionField,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';

/** A section and the fields that follow it; without heading for fields that come before the first one. */
export interface FieldSection {
  heading?: SectionField;
  fields: ValueField[];
}

/** Groups the fields of a type by its sections. */
export function sectionsOf(
  fields: readonly ConnectionTypeFormField[],
): FieldSection[] {
  const sections: FieldSection[] = [];
  for (const field of fields) {
    if (field.type === 'section') {
      sections.push({ heading: field, fields: [] });
    } else {
      if (sections.length === 0) {
        sections.push({ fields: [] });
      }
      sections[sections.length - 1].fields.push(field);
    }
  }
  return sections;
}
