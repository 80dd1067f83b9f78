import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionTypeFormField,
  ConnectionValue,
  isValueField,
  isWriteOnlyField,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  FieldControl,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { FieldProperties } from './FieldDraft';
import { FieldDraftModel } from './useFieldDraft';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
    problem: { color: stateColors(theme).danger, margin: 0 },
  }),
  { name: 'MooringDefaultValue' },
);

/** The field as the form shows it, to enter its default with. */
function controlField(field: ValueField, name: string): ValueField {
  const { description: _, required: __, properties, ...rest } = field;
  const { defaultReadOnly: ___, ...own } = (properties ?? {}) as Record<
    string,
    unknown
  >;
  const items = (own.items as { value: string }[] | undefined)?.filter(
    (item, index, all) =>
      item.value !== '' &&
      all.findIndex(other => other.value === item.value) === index,
  );
  return {
    ...rest,
    name,
    properties: { ...own, ...(items ? { items } : {}) },
  } as ValueField;
}

const isSingle = (field: ConnectionTypeFormField) =>
  field.type === 'dropdown' && field.properties.variant === 'single';

/** The default of a field, in the field's own control, and what goes with it. */
export function DefaultValue(props: { model: FieldDraftModel; id: string }) {
  const { model, id } = props;
  const { field, properties } = model;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (!isValueField(field)) {
    return null;
  }
  const { defaultValue, defaultReadOnly, deferInput } = properties;
  const value =
    isSingle(field) && Array.isArray(defaultValue)
      ? defaultValue[0]
      : defaultValue;
  const toDefault = (
    next: ConnectionValue | undefined,
  ): FieldProperties['defaultValue'] => {
    if (next === undefined || next === '') return undefined;
    if (Array.isArray(next) && next.length === 0) return undefined;
    return isSingle(field) ? [String(next)] : next;
  };
  const fixedProblem = model.problemOf('properties.defaultReadOnly');
  const isWriteOnly = isWriteOnlyField(field);

  return (
    <div className={classes.root}>
      {isWriteOnly && (
        <Typography variant="body2" color="textSecondary">
          {t('field.neverStored')}
        </Typography>
      )}
      {!isWriteOnly && deferInput && (
        <Typography variant="body2" color="textSecondary">
          {t('field.noDefault')}
        </Typography>
      )}
      {!isWriteOnly && !deferInput && (
        <>
          <FieldControl
            // Another type of field, another control.
            key={`${field.type}-${properties.variant}`}
            field={controlField(field, t('field.default'))}
            id={`${id}-default`}
            value={value}
            problem={model.problemOf('properties.defaultValue')}
            onChange={next =>
              model.setProperties({ defaultValue: toDefault(next) })
            }
            onBlur={() => model.touch('properties.defaultValue')}
          />
          <FormControlLabel
            label={t('field.readOnly')}
            control={
              <Checkbox
                color="primary"
                checked={defaultReadOnly === true}
                onChange={event =>
                  model.setProperties({
                    defaultReadOnly: event.target.checked || undefined,
                    // A switch that looks off is off.
                    ...(field.type === 'boolean' && event.target.checked
                      ? { defaultValue: defaultValue ?? false }
                      : {}),
                  })
                }
                inputProps={{
                  'aria-describedby': fixedProblem
                    ? `${id}-fixed-problem`
                    : undefined,
                }}
              />
            }
          />
          {fixedProblem && (
            <FormHelperText
              id={`${id}-fixed-problem`}
              className={classes.problem}
            >
              {fixedProblem}
            </FormHelperText>
          )}
        </>
      )}
      <FormControlLabel
        label={t('field.defer')}
        control={
          <Checkbox
            color="primary"
            checked={deferInput === true}
            onChange={event =>
              model.setProperties({
                deferInput: event.target.checked || undefined,
              })
            }
          />
        }
      />
    </div>
  );
}
