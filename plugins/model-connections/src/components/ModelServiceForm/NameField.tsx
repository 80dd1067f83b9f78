import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import { longestModelServiceName } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    help: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    valid: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: stateColors(theme).success,
      '& svg': { fontSize: 14 },
    },
  }),
  { name: 'MooringServiceNameField' },
);

/** The resource name: it follows the display name until it is typed, and counts together with the project's. */
export function NameField(props: {
  id: string;
  form: ServiceFormModel;
  namespace: string;
}) {
  const { id, form, namespace } = props;
  const { name, base, draft } = form;
  const classes = useStyles();
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const problem = form.problemOf('name');
  const longest = longestModelServiceName(namespace);
  const count = (
    <span>
      {t('services.form.nameCount', {
        used: String(name.length + namespace.length),
        most: String(longest + namespace.length),
      })}
    </span>
  );
  let words = (
    <span>
      {t(
        draft.typedName === undefined
          ? 'services.form.nameFollows'
          : 'services.form.nameRule',
      )}
    </span>
  );
  if (problem) words = <span>{problem}</span>;
  else if (name !== '') {
    words = (
      <span className={classes.valid}>
        <CheckIcon aria-hidden />
        {t('services.form.nameValid')}
      </span>
    );
  }
  return (
    <TextField
      id={`${id}-name`}
      required
      fullWidth
      size="small"
      variant="outlined"
      className={rows.mono}
      label={t('services.form.name')}
      value={name}
      disabled={base !== undefined}
      error={problem !== undefined}
      helperText={
        base ? (
          t('services.form.nameLocked')
        ) : (
          <span className={classes.help}>
            {words}
            {count}
          </span>
        )
      }
      inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
      onChange={event => form.set({ typedName: event.target.value })}
      onBlur={() => form.touch('name')}
    />
  );
}
