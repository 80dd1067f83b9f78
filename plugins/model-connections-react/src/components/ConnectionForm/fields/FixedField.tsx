import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { sharedFieldProperties } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldHelp } from './FieldHelp';
import { FieldProps } from './FieldProps';
import { useValueText } from './useValueText';

/** A field whose value the type fixes: text, nothing to fill in. */
export function FixedField(props: FieldProps) {
  const { field, id, problem } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const { defaultValue } = sharedFieldProperties(field);
  const textOf = useValueText(field);
  const text = defaultValue === undefined ? '' : textOf(defaultValue);
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
