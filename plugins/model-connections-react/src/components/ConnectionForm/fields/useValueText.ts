import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionValue,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsReactTranslationRef } from '../../../translation';

function labelled(field: ValueField, value: ConnectionValue): string {
  if (field.type === 'dropdown') {
    const { items } = field.properties;
    return [value]
      .flat()
      .map(v => items.find(item => item.value === v)?.label ?? String(v))
      .join(', ');
  }
  if (field.type === 'numeric' && field.properties?.unit) {
    return `${value} ${field.properties.unit}`;
  }
  return String(value);
}

/** Writes a value of a field as text: choices by their labels, numbers with their unit, a switch in words. */
export function useValueText(
  field: ValueField,
): (value: ConnectionValue) => string {
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  return value =>
    typeof value === 'boolean'
      ? t(value ? 'field.on' : 'field.off')
      : labelled(field, value);
}
