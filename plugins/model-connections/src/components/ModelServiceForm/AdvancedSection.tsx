import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { ServingChoiceList } from '@mooring/backstage-plugin-model-connections-common';
import { useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { EnvironmentRows } from './EnvironmentRows';
import { FormCard } from './FormCard';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({ fields: { display: 'grid', gap: theme.spacing(2.5) } }),
  { name: 'MooringAdvancedSection' },
);

/** What most services do without; closed until it is opened, or something in it is set or wrong. */
export function AdvancedSection(props: {
  id: string;
  form: ServiceFormModel;
  accounts: Loaded<ServingChoiceList>;
}) {
  const { id, form, accounts } = props;
  const { draft } = form;
  const classes = useStyles();
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const [wasOpened, setOpened] = useState<boolean | undefined>();
  const set = [
    draft.account && t('services.form.account'),
    draft.args && t('services.form.args'),
    draft.env.length > 0 && t('services.form.env'),
    draft.description && t('services.form.description'),
  ].filter(Boolean);
  const isWrong = Object.keys(form.problems).some(
    field =>
      field.startsWith('env.') || field === 'location.serviceAccountName',
  );
  const isOpen = wasOpened ?? (isWrong && form.refusals > 0);
  const names = accounts.value?.items ?? [];
  const identity = Object.entries(
    names.find(({ name }) => name === draft.account)?.annotations ?? {},
  )[0];
  const accountProblem = form.problemOf('location.serviceAccountName');
  let accountHelp: string = t('services.form.accountHint');
  if (accounts.error) {
    accountHelp = t('services.form.accountsFailed', {
      reason: reasonOf(accounts.error),
    });
  } else if (identity) {
    accountHelp = identity.join(': ');
  }
  return (
    <FormCard
      title={t('services.form.advanced')}
      action={
        <Button
          size="small"
          color="primary"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-advanced` : undefined}
          endIcon={isOpen ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          onClick={() => setOpened(!isOpen)}
        >
          {t(isOpen ? 'services.form.hide' : 'services.form.show')}
        </Button>
      }
    >
      {!isOpen && (
        <Typography variant="body2" color="textSecondary">
          {set.length > 0
            ? t('services.form.advancedSet', { parts: set.join(', ') })
            : t('services.form.advancedNone')}
        </Typography>
      )}
      <Collapse in={isOpen} unmountOnExit>
        <div id={`${id}-advanced`} className={classes.fields}>
          <TextField
            id={`${id}-description`}
            fullWidth
            multiline
            size="small"
            variant="outlined"
            label={t('services.form.description')}
            value={draft.description}
            onChange={event => form.set({ description: event.target.value })}
          />
          {(draft.locationKind === 'connection' ||
            draft.locationKind === 'uri') && (
            <Autocomplete
              id={`${id}-account`}
              freeSolo
              forcePopupIcon
              size="small"
              options={names.map(({ name }) => name)}
              inputValue={draft.account}
              value={draft.account}
              openText={t('services.form.openAccounts')}
              closeText={t('services.form.openAccounts')}
              clearText={t('selector.clearProject')}
              onInputChange={(_event, text) => form.set({ account: text })}
              onBlur={() => form.touch('location.serviceAccountName')}
              renderInput={params => (
                <TextField
                  {...params}
                  variant="outlined"
                  className={rows.mono}
                  label={t('services.form.account')}
                  error={accountProblem !== undefined}
                  helperText={accountProblem ?? accountHelp}
                />
              )}
            />
          )}
          <TextField
            id={`${id}-args`}
            fullWidth
            multiline
            rows={3}
            size="small"
            variant="outlined"
            className={rows.mono}
            label={t('services.form.args')}
            value={draft.args}
            helperText={t('services.form.argsHint')}
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
            onChange={event => form.set({ args: event.target.value })}
          />
          <EnvironmentRows id={id} form={form} />
        </div>
      </Collapse>
    </FormCard>
  );
}
