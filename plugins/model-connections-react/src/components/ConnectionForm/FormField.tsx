import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionValue,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, useCallback } from 'react';
import {
  ConnectionFormBase,
  StoredValueChoice,
  StoredValues,
} from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FieldControl } from './FieldControl';
import { FieldHelp } from './fields/FieldHelp';
import { OfferedDefault } from './OfferedDefault';
import { StoredSecretField } from './StoredSecretField';
import { useFieldGridStyles } from './useFieldGridStyles';

const WIDE: readonly ValueField['type'][] = ['uri', 'text', 'file'];

const useStyles = makeStyles(
  theme => ({
    marked: {
      borderRadius: theme.shape.borderRadius,
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: theme.spacing(1),
    },
    missing: { margin: theme.spacing(0.5, 1.75, 0) },
  }),
  { name: 'MooringFormField' },
);

/** Drawn again only when something of its own changes: a form may have hundreds. */
const BoundField = memo(function BoundFieldView(props: {
  field: ValueField;
  id: string;
  value: ConnectionValue | undefined;
  problem?: string;
  fileName?: string;
  storedBytes?: number;
  disabled?: boolean;
  isMarked: boolean;
  /** The value is set and never shown. */
  choice?: StoredValueChoice;
  onChoose?: StoredValues['choose'];
  /** Required, and the connection has no value for it. */
  isMissing?: boolean;
  /** The type's default, where the connection has no value for it. */
  offered?: ConnectionValue;
  /** The field shows that default already, and nobody has touched it. */
  isPrefilled?: boolean;
  setValue: ConnectionFormBase['setValue'];
  touch: ConnectionFormBase['touch'];
}) {
  const { setValue, touch, isMarked, choice, onChoose, ...rest } = props;
  const { isMissing, offered, isPrefilled = false, ...control } = rest;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const { field } = control;
  const { envVar } = field;
  const grid = useFieldGridStyles();
  const classes = useStyles();
  const change = useCallback(
    (value: ConnectionValue | undefined, fileName?: string) =>
      setValue(envVar, value, fileName),
    [setValue, envVar],
  );
  const blur = useCallback(() => touch({ envVar }), [touch, envVar]);
  const wide = WIDE.includes(field.type) ? grid.wide : '';
  return (
    <div className={`${wide} ${isMarked ? classes.marked : ''}`}>
      {choice && onChoose ? (
        <StoredSecretField
          {...control}
          choice={choice}
          onChoose={onChoose}
          onChange={change}
          onBlur={blur}
        />
      ) : (
        <FieldControl {...control} onChange={change} onBlur={blur} />
      )}
      {isMissing && !control.problem && (
        <FormHelperText component="div" className={classes.missing}>
          <FieldHelp hint={t('stored.missing')} />
        </FormHelperText>
      )}
      {offered !== undefined && (
        <OfferedDefault
          field={field}
          value={offered}
          isFilledIn={isPrefilled}
          disabled={control.disabled}
          onUse={() => {
            change(offered);
            // The button goes with the offer.
            document.getElementById(control.id)?.focus();
          }}
        />
      )}
    </div>
  );
});

/** One field of a type, bound to its value in the form. */
export function FormField(props: {
  form: ConnectionFormBase;
  field: ValueField;
  id: string;
  disabled?: boolean;
  isMarked?: boolean;
}) {
  const { form, field, id, disabled, isMarked = false } = props;
  const { envVar } = field;
  return (
    <BoundField
      field={field}
      id={id}
      disabled={disabled}
      isMarked={isMarked}
      value={form.values[envVar]}
      problem={form.errors.values[envVar]}
      fileName={form.fileNames[envVar]}
      storedBytes={field.type === 'file' ? form.storedBytes : undefined}
      choice={form.stored?.choices[envVar]}
      onChoose={form.stored?.choose}
      isMissing={form.stored?.missing.includes(envVar)}
      offered={form.stored?.offered[envVar]}
      isPrefilled={form.stored?.prefilled.includes(envVar)}
      setValue={form.setValue}
      touch={form.touch}
    />
  );
}
