import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DropdownItems } from './DropdownItems';
import { NumberInput } from './NumberInput';
import { FieldDraftModel } from './useFieldDraft';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    },
  }),
  { name: 'MooringTypeProperties' },
);

function Extensions(props: { model: FieldDraftModel; id: string }) {
  const { model, id } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [text, setText] = useState(
    (model.properties.extensions ?? []).join(' '),
  );
  return (
    <FormTextField
      id={`${id}-extensions`}
      label={t('field.extensions')}
      description={t('field.extensionsHint')}
      value={text}
      problem={model.problemOf('properties.extensions', true)}
      onChange={event => {
        setText(event.target.value);
        const extensions = event.target.value
          .split(/[\s,]+/)
          .filter(extension => extension);
        model.setProperties({
          extensions: extensions.length > 0 ? extensions : undefined,
        });
      }}
      inputProps={{ spellCheck: false }}
    />
  );
}

/** What fields of the present type have of their own. */
export function TypeProperties(props: { model: FieldDraftModel; id: string }) {
  const { model, id } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { label, min, max, unit, helperText } = model.properties;
  switch (model.draft.type) {
    case 'boolean':
      return (
        <FormTextField
          id={`${id}-label`}
          label={t('field.label')}
          description={t('field.labelHint')}
          value={label ?? ''}
          onChange={event =>
            model.setProperties({ label: event.target.value || undefined })
          }
        />
      );
    case 'numeric':
      return (
        <div className={classes.row}>
          <NumberInput
            id={`${id}-min`}
            label={t('field.min')}
            value={min}
            problem={model.problemOf('properties.min')}
            onChange={value => model.setProperties({ min: value })}
          />
          <NumberInput
            id={`${id}-max`}
            label={t('field.max')}
            value={max}
            problem={model.problemOf('properties.max')}
            onChange={value => model.setProperties({ max: value })}
          />
          <FormTextField
            id={`${id}-unit`}
            label={t('field.unit')}
            value={unit ?? ''}
            onChange={event =>
              model.setProperties({ unit: event.target.value || undefined })
            }
          />
        </div>
      );
    case 'dropdown':
      return <DropdownItems model={model} id={id} />;
    case 'file':
      return (
        <div className={classes.row}>
          <Extensions model={model} id={id} />
          <FormTextField
            id={`${id}-helper`}
            label={t('field.helperText')}
            value={helperText ?? ''}
            onChange={event =>
              model.setProperties({
                helperText: event.target.value || undefined,
              })
            }
          />
        </div>
      );
    default:
      return null;
  }
}
