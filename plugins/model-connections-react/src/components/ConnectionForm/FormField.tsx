import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionValue,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, useCallback } from 'react';
import { ConnectionFormModel } from '../../hooks/useConnectionForm';
import { FieldControl } from './FieldControl';
import { useFieldGridStyles } from './useFieldGridStyles';

const WIDE: readonly ValueField['type'][] = ['uri', 'text', 'file'];

const useStyles = makeStyles(
  theme => ({
    marked: {
      borderRadius: theme.shape.borderRadius,
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: theme.spacing(1),
    },
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
  setValue: ConnectionFormModel['setValue'];
  touch: ConnectionFormModel['touch'];
}) {
  const { setValue, touch, isMarked, ...control } = props;
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
      <FieldControl {...control} onChange={change} onBlur={blur} />
    </div>
  );
});

/** One field of a type, bound to its value in the form. */
export function FormField(props: {
  form: ConnectionFormModel;
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
      setValue={form.setValue}
      touch={form.touch}
    />
  );
}
