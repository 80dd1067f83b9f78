import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionTypeFormField,
  FieldType,
} from '@mooring/backstage-plugin-model-connections-common';
import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { FormEvent, useEffect, useRef } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DefaultValue } from './DefaultValue';
import { envVarOf, FieldDraft, valueFieldTypes } from './FieldDraft';
import { TypeProperties } from './TypeProperties';
import { useFieldDraft } from './useFieldDraft';

const useStyles = makeStyles(
  theme => ({
    form: { display: 'flex', flexDirection: 'column', minHeight: 0 },
    content: {
      display: 'grid',
      gap: theme.spacing(2),
      // Room for the labels of outlined fields.
      '&&': { paddingTop: theme.spacing(1) },
    },
    row: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    },
    mono: { '&&': { fontFamily: 'monospace' } },
  }),
  { name: 'MooringFieldForm' },
);

/** One field or section, to be filled in; judged as it is typed by the rules of the server. */
export function FieldForm(props: {
  start: FieldDraft;
  isNew: boolean;
  /** The other fields of the type. */
  others: readonly ConnectionTypeFormField[];
  titleId: string;
  /** Something was entered that is not applied, or no longer. */
  onDirty(isDirty: boolean): void;
  onCancel(): void;
  onApply(field: ConnectionTypeFormField): void;
}) {
  const { start, isNew, others, titleId, onDirty, onCancel, onApply } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const model = useFieldDraft(start, others);
  const { draft, refusals } = model;
  const root = useRef<HTMLFormElement>(null);
  const isSection = draft.type === 'section';
  const id = `${titleId}-field`;

  const { isDirty } = model;
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);
  useEffect(() => {
    if (refusals > 0) {
      root.current
        ?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-invalid="true"]',
        )
        ?.focus();
    }
  }, [refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The editor stands around this dialog, and is no part of it.
    event.stopPropagation();
    const field = model.submit();
    if (field) onApply(field);
  };
  const kind = isSection ? 'section' : 'field';
  return (
    <form
      ref={root}
      noValidate
      autoComplete="off"
      className={classes.form}
      onSubmit={submit}
    >
      <DialogTitle id={titleId}>
        {isNew
          ? t(`field.add.${kind}`)
          : t(`field.edit.${kind}`, { name: start.name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <div className={classes.row}>
          <FormTextField
            id={`${id}-name`}
            label={t('field.name')}
            required
            // A dialog takes the focus, and this is the first thing to do in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={draft.name}
            problem={model.problemOf('name')}
            onChange={event => model.set({ name: event.target.value })}
            onBlur={() => {
              if (model.isDirty) model.touch('name');
            }}
          />
          {!isSection && (
            <FormTextField
              id={`${id}-type`}
              select
              label={t('field.type')}
              value={draft.type}
              onChange={event =>
                model.set({ type: event.target.value as FieldType })
              }
            >
              {valueFieldTypes.map(type => (
                <MenuItem key={type} value={type}>
                  {t(`fieldType.${type}`)}
                </MenuItem>
              ))}
            </FormTextField>
          )}
        </div>
        {!isSection && (
          <FormTextField
            id={`${id}-env`}
            label={t('field.envVar')}
            required
            value={envVarOf(draft)}
            problem={model.problemOf('envVar')}
            description={
              draft.envVar === undefined
                ? t('field.envVarFollows')
                : t('field.envVarHint')
            }
            onChange={event => model.set({ envVar: event.target.value })}
            inputProps={{ spellCheck: false, className: classes.mono }}
          />
        )}
        <FormTextField
          id={`${id}-description`}
          label={t('field.description')}
          value={draft.description ?? ''}
          onChange={event =>
            model.set({ description: event.target.value || undefined })
          }
        />
        {!isSection && (
          <>
            <TypeProperties key={draft.type} model={model} id={id} />
            <DefaultValue model={model} id={id} />
            <FormControlLabel
              label={t('field.required')}
              control={
                <Switch
                  color="primary"
                  checked={draft.required === true}
                  onChange={event =>
                    model.set({ required: event.target.checked || undefined })
                  }
                />
              }
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" color="primary">
          {t(isNew ? 'field.addAction' : 'field.applyAction')}
        </Button>
      </DialogActions>
    </form>
  );
}
