import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { useRef } from 'react';
import { EnvironmentRow } from '../../model-services/ServiceDraft';
import { modelConnectionsTranslationRef } from '../../translation';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
    },
  }),
  { name: 'MooringEnvironmentRows' },
);

/** The variables of the model server. One whose value comes from elsewhere keeps that. */
export function EnvironmentRows(props: { id: string; form: ServiceFormModel }) {
  const { id, form } = props;
  const { env } = form.draft;
  const classes = useStyles();
  const fields = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const addButton = useRef<HTMLButtonElement>(null);
  const change = (changed: EnvironmentRow) =>
    form.set({
      env: env.map(row => (row.id === changed.id ? changed : row)),
    });
  return (
    <div className={classes.root} role="group" aria-labelledby={`${id}-env`}>
      <Typography id={`${id}-env`} variant="body2" component="h3">
        <strong>{t('services.form.env')}</strong>
      </Typography>
      {env.map((row, index) => {
        const problem = form.problemOf(`env.${row.id}`);
        const position = String(index + 1);
        return (
          <div key={row.id} className={classes.row}>
            <TextField
              id={`${id}-env-${row.id}-name`}
              size="small"
              variant="outlined"
              className={fields.mono}
              label={t('services.form.envName', { position })}
              value={row.name}
              error={problem !== undefined}
              helperText={problem}
              inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
              onChange={event => change({ ...row, name: event.target.value })}
              onBlur={() => form.touch(`env.${row.id}`)}
            />
            <TextField
              id={`${id}-env-${row.id}-value`}
              size="small"
              variant="outlined"
              className={fields.mono}
              label={t('services.form.envValue', { position })}
              value={
                row.valueFrom ? t('services.form.envElsewhere') : row.value
              }
              disabled={row.valueFrom !== undefined}
              inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
              onChange={event => change({ ...row, value: event.target.value })}
            />
            <IconButton
              size="small"
              aria-label={t('services.form.envRemove', {
                name: row.name || position,
              })}
              onClick={() => {
                form.set({ env: env.filter(one => one.id !== row.id) });
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
              env: [
                ...env,
                {
                  id: Math.max(-1, ...env.map(row => row.id)) + 1,
                  name: '',
                  value: '',
                },
              ],
            })
          }
        >
          {t('services.form.envAdd')}
        </Button>
      </div>
    </div>
  );
}
