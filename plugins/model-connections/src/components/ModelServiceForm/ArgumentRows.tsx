import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { useRef } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
    },
  }),
  { name: 'MooringArgumentRows' },
);

/** The arguments of the model server, one in each row: an argument may hold line breaks, or nothing at all. */
export function ArgumentRows(props: { id: string; form: ServiceFormModel }) {
  const { id, form } = props;
  const { args } = form.draft;
  const classes = useStyles();
  const fields = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const addButton = useRef<HTMLButtonElement>(null);
  return (
    <div
      className={classes.root}
      role="group"
      aria-labelledby={`${id}-args`}
      aria-describedby={`${id}-args-hint`}
    >
      <div>
        <Typography id={`${id}-args`} variant="body2" component="h3">
          <strong>{t('services.form.args')}</strong>
        </Typography>
        <Typography
          id={`${id}-args-hint`}
          variant="caption"
          color="textSecondary"
        >
          {t('services.form.argsHint')}
        </Typography>
      </div>
      {args.map((row, index) => {
        const position = String(index + 1);
        return (
          <div key={row.id} className={classes.row}>
            <TextField
              id={`${id}-args-${row.id}`}
              multiline
              size="small"
              variant="outlined"
              className={fields.mono}
              label={t('services.form.arg', { position })}
              value={row.value}
              helperText={
                row.value === '' && !row.isNew
                  ? t('services.form.argEmpty')
                  : undefined
              }
              inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
              onChange={event =>
                form.set({
                  args: args.map(one =>
                    one.id === row.id
                      ? { ...row, value: event.target.value }
                      : one,
                  ),
                })
              }
            />
            <IconButton
              size="small"
              aria-label={t('services.form.argRemove', { position })}
              onClick={() => {
                form.set({ args: args.filter(one => one.id !== row.id) });
                addButton.current?.focus();
              }}
            >
              <DeleteOutlineIcon />
            </IconButton>
          </div>
        );
      })}
      <div>
        <Button
          ref={addButton}
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() =>
            form.set({
              args: [
                ...args,
                {
                  id: Math.max(-1, ...args.map(row => row.id)) + 1,
                  value: '',
                  isNew: true,
                },
              ],
            })
          }
        >
          {t('services.form.argAdd')}
        </Button>
      </div>
    </div>
  );
}
