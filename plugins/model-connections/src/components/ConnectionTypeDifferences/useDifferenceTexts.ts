import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionTypeDifference,
  ConnectionTypeFormField,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { fieldLines } from './fieldLines';

const PROPERTIES = [
  'name',
  'type',
  'description',
  'envVar',
  'required',
  'defaultValue',
  'defaultReadOnly',
  'deferInput',
  'min',
  'max',
  'unit',
  'label',
  'variant',
  'items',
  'extensions',
  'helperText',
] as const;

type Version = 'base' | 'theirs' | 'mine';

/** Puts differences of types into words. */
export function useDifferenceTexts() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const propertyTitle = (property: string) => {
    const known = PROPERTIES.find(name => name === property);
    return known ? t(`property.${known}`) : property;
  };
  const typeTitle = (text: string) =>
    t(`fieldType.${text as ConnectionTypeFormField['type']}`);

  /** The lines of a field in which its versions are not all alike; all of them where it is new or gone. */
  const fieldTexts = (
    difference: ConnectionTypeDifference,
    version: Version,
  ): string[] => {
    const versions = (['base', 'theirs', 'mine'] as const).map(
      which => difference[which] as ConnectionTypeFormField | undefined,
    );
    const field = difference[version] as ConnectionTypeFormField | undefined;
    if (!field) {
      return [t('differences.absent')];
    }
    const present = versions.filter(other => other !== undefined);
    const textIn = (other: ConnectionTypeFormField, property: string) =>
      fieldLines(other).find(line => line.property === property)?.text;
    const properties = [
      ...new Set(
        present.flatMap(other => fieldLines(other).map(line => line.property)),
      ),
    ];
    const isWhole = present.length === 1 || difference.base === undefined;
    return properties
      .filter(property => {
        const texts = new Set(present.map(other => textIn(other, property)));
        return isWhole ? textIn(field, property) : texts.size > 1;
      })
      .map(property => {
        const text = textIn(field, property);
        let shown = text ?? t('differences.none');
        if (property === 'type' && text) shown = typeTitle(text);
        if (text === 'true') shown = t('differences.yes');
        if (property === 'required' && !text) shown = t('differences.no');
        return `${propertyTitle(property)}: ${shown}`;
      });
  };

  return {
    /** What the difference is about. */
    title(difference: ConnectionTypeDifference): string {
      if (difference.part !== 'field') {
        return t(`differences.${difference.part}`);
      }
      const field = (difference.mine ??
        difference.theirs) as ConnectionTypeFormField;
      return t(
        field.type === 'section' ? 'differences.section' : 'differences.field',
        { name: field.name },
      );
    },
    /** One version of it, line by line. */
    texts(difference: ConnectionTypeDifference, version: Version): string[] {
      const value = difference[version];
      switch (difference.part) {
        case 'field':
          return fieldTexts(difference, version);
        case 'enabled':
          return [t(value ? 'differences.yes' : 'differences.no')];
        case 'categories':
          return [(value as string[]).join(', ') || t('differences.none')];
        case 'order':
          return [
            (value as string[])
              .map(key => key.replace(/^(field|section):/, ''))
              .join(', '),
          ];
        default:
          return [value ? String(value) : t('differences.none')];
      }
    },
  };
}
