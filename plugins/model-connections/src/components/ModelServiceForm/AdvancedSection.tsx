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
import { ArgumentRows } from './ArgumentRows';
import { EnvironmentRows } from './EnvironmentRows';
import { FormCard } from './FormCard';
import { LoadProblem } from './LoadProblem';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({ fields: { display: 'grid', gap: theme.spacing(2.5) } }),
  { name: 'MooringAdvancedSection' },
);

/** The fields of this section, as problems name them. */
const OWN_FIELDS = /^(location\.serviceAccountName|description|args|env)\b/;

/** What most services do without; closed until it is opened, or a refusal, be it the server's, has to do with it. */
export function AdvancedSection(props: {
  id: string;
  cluster: string;
  form: ServiceFormModel;
  accounts: Loaded<ServingChoiceList>;
}) {
  const { id, cluster, form, accounts } = props;
  const { draft } = form;
  const classes = useStyles();
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const [isOpen, setOpen] = useState(false);
  const [seenRefusals, setSeenRefusals] = useState(form.refusals);
  const set = [
    draft.account && t('services.form.account'),
    draft.args.length > 0 && t('services.form.args'),
    draft.env.length > 0 && t('services.form.env'),
    draft.description && t('services.form.description'),
  ].filter(Boolean);
  const isWrong = form.wrongFields.some(field => OWN_FIELDS.test(field));
  if (form.refusals !== seenRefusals) {
    // In the same pass, so that the field is there when it is given the focus. What was opened so stays open while one mends it.
    setSeenRefusals(form.refusals);
    if (isWrong) setOpen(true);
  }
  const names = accounts.value?.items ?? [];
  const identity = Object.entries(
    names.find(({ name }) => name === draft.account)?.annotations ?? {},
  )[0];
  const accountProblem = form.problemOf('location.serviceAccountName');
  const accountHelp = identity?.join(': ') ?? t('services.form.accountHint');
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
          onClick={() => setOpen(!isOpen)}
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
            <>
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
              <LoadProblem
                cluster={cluster}
                error={accounts.error}
                message={error =>
                  t('services.form.accountsFailed', { reason: reasonOf(error) })
                }
                fieldId={`${id}-account`}
                onRetry={accounts.retry}
              />
            </>
          )}
          <ArgumentRows id={id} form={form} />
          <EnvironmentRows id={id} form={form} />
        </div>
      </Collapse>
    </FormCard>
  );
}
