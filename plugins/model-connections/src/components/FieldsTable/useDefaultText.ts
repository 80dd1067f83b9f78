import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionTypeFormField,
  isWriteOnlyField,
  sharedFieldProperties,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** The default of a field in short. */
export function useDefaultText(field: ConnectionTypeFormField): string {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { defaultValue, defaultReadOnly, deferInput } =
    sharedFieldProperties(field);
  if (isWriteOnlyField(field)) {
    return t('fields.neverStored');
  }
  if (deferInput) {
    return t('fields.deferred');
  }
  let text = '–';
  if (typeof defaultValue === 'boolean') {
    text = t(defaultValue ? 'differences.yes' : 'differences.no');
  } else if (Array.isArray(defaultValue)) {
    const items = field.type === 'dropdown' ? field.properties.items : [];
    text =
      defaultValue
        .map(value => items.find(item => item.value === value)?.label ?? value)
        .join(', ') || '–';
  } else if (defaultValue !== undefined && defaultValue !== '') {
    text = String(defaultValue);
  }
  return defaultReadOnly ? t('fields.fixed', { value: text }) : text;
}
