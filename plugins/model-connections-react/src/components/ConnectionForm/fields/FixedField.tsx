import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import {
  ConnectionValue,
  sharedFieldProperties,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldHelp } from './FieldHelp';
import { FieldProps } from './FieldProps';

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

/** A field whose value the type fixes: text, nothing to fill in. */
export function FixedField(props: FieldProps) {
  const { field, id, problem } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const { defaultValue } = sharedFieldProperties(field);
  let text = '';
  if (typeof defaultValue === 'boolean') {
    text = t(defaultValue ? 'field.on' : 'field.off');
  } else if (defaultValue !== undefined) {
    text = labelled(field, defaultValue);
  }
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <Typography
        id={`${id}-label`}
        variant="caption"
        color="textSecondary"
        display="block"
      >
        {field.name}
      </Typography>
      <Typography variant="body1" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        <FieldHelp
          problem={problem}
          description={[field.description, t('field.fixed')]
            .filter(Boolean)
            .join(' · ')}
        />
      </Typography>
    </div>
  );
}
