import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import StorageIcon from '@material-ui/icons/Storage';
import Autocomplete from '@material-ui/lab/Autocomplete';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  Connection,
  ConnectionSummary,
  protocolOf,
  ServingChoiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { ListPages } from '../../hooks/useListPages';
import { Loaded } from '../../hooks/useLoaded';
import {
  modelUriOf,
  pathPrefixOf,
} from '../../model-services/connectionValues';
import { modelConnectionsTranslationRef } from '../../translation';
import { AnchorIcon } from '../AnchorIcon';
import { Note } from '../EditConnectionPage/Note';
import { ConnectionSelect } from './ConnectionSelect';
import { FormCard } from './FormCard';
import { LoadProblem } from './LoadProblem';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    kinds: {
      '& .MuiToggleButton-label': {
        display: 'inline-flex',
        alignItems: 'center',
        gap: theme.spacing(1),
        '& svg': { fontSize: 18 },
      },
      '& .MuiToggleButton-root': {
        height: 40,
        padding: theme.spacing(0, 2),
        textTransform: 'none',
        color: theme.palette.text.primary,
        borderColor: theme.palette.text.secondary,
        [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 1.25) },
      },
      '& .Mui-selected': {
        color: theme.palette.primary.main,
        backgroundColor: accentTint(theme),
        fontWeight: theme.typography.fontWeightBold as number,
      },
    },
    prefix: {
      fontFamily: 'monospace',
      color: stateColors(theme).quiet,
      maxWidth: '50%',
      '& p': { overflow: 'hidden', textOverflow: 'ellipsis' },
    },
    result: {
      overflowWrap: 'anywhere',
      '& code': { fontFamily: 'monospace' },
    },
  }),
  { name: 'MooringLocationSection' },
);

/** What a path looks like, by the protocol. */
const EXAMPLES: Readonly<Record<string, string>> = {
  s3: 'llm/qwen2.5',
  gcs: 'llm/qwen2.5',
  azure: 'llm/qwen2.5',
  oci: 'my-model:latest',
  hf: 'Qwen/Qwen2.5-7B-Instruct',
};

/** Where the model comes from. What was typed for one kind stays while another one is looked at. */
export function LocationSection(props: {
  id: string;
  cluster: string;
  form: ServiceFormModel;
  project: string;
  connections: ListPages<ConnectionSummary>;
  /** The chosen connection with its values. */
  connection: Loaded<Connection>;
  claims: Loaded<ServingChoiceList>;
  onNewConnection?(): void;
}) {
  const { id, cluster, form, project, connections, connection, claims } = props;
  const { draft, base } = form;
  const classes = useStyles();
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const chosen = connection.value;
  const protocol = protocolOf(
    chosen?.protocol ??
      connections.rows.find(({ name }) => name === draft.connection)?.protocol,
  );
  const prefix = chosen && pathPrefixOf(chosen);
  const { location } = form.write;
  const uri = chosen && location && modelUriOf(chosen, location);

  const connectionHelp = chosen ? undefined : t('services.form.connectionHint');
  const connectionProblem = form.problemOf('location.connection', 'location');
  const pathProblem = form.problemOf('location.path');
  const claimNames = claims.value?.items ?? [];
  const claim = claimNames.find(({ name }) => name === draft.claim);

  return (
    <FormCard
      title={t('services.form.location')}
      action={
        <ToggleButtonGroup
          exclusive
          size="small"
          className={classes.kinds}
          aria-label={t('services.form.location')}
          value={draft.locationKind ?? null}
          onChange={(_event, kind) => {
            if (kind) form.set({ locationKind: kind });
          }}
        >
          <ToggleButton value="connection">
            <AnchorIcon />
            {t('services.form.kind.connection')}
          </ToggleButton>
          <ToggleButton value="pvc">
            <StorageIcon fontSize="small" aria-hidden />
            {t('services.form.kind.pvc')}
          </ToggleButton>
          <ToggleButton value="uri">
            <LinkIcon fontSize="small" aria-hidden />
            {t('services.form.kind.uri')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {draft.locationKind === undefined && base && (
        <Note>{t('services.form.locationOwn')}</Note>
      )}
      {draft.locationKind === 'connection' && (
        <>
          <ConnectionSelect
            id={`${id}-connection`}
            connections={connections.rows}
            isLoading={connections.phase === 'first'}
            value={draft.connection}
            project={project}
            problem={connectionProblem}
            help={connectionHelp}
            onChange={name => form.set({ connection: name })}
            onBlur={() => form.touch('location.connection')}
            onNew={props.onNewConnection}
          />
          <LoadProblem
            cluster={cluster}
            error={connections.error}
            message={error =>
              t('services.form.connectionsFailed', { reason: reasonOf(error) })
            }
            fieldId={`${id}-connection`}
            onRetry={connections.retry}
          />
          <LoadProblem
            cluster={cluster}
            error={draft.connection === '' ? undefined : connection.error}
            message={error =>
              t('services.form.connectionFailed', { reason: reasonOf(error) })
            }
            fieldId={`${id}-connection`}
            onRetry={connection.retry}
          />
          {protocol?.id !== 'uri' && draft.connection !== '' && (
            <TextField
              id={`${id}-path`}
              required
              fullWidth
              size="small"
              variant="outlined"
              className={rows.mono}
              label={t(
                protocol?.id === 'oci'
                  ? 'services.form.image'
                  : 'services.form.path',
              )}
              placeholder={EXAMPLES[protocol?.id ?? '']}
              value={draft.path}
              error={pathProblem !== undefined}
              helperText={pathProblem ?? t('services.form.pathHint')}
              // The prefix stands there already.
              InputLabelProps={{ shrink: true }}
              InputProps={{
                startAdornment: prefix && (
                  <InputAdornment position="start" className={classes.prefix}>
                    {prefix}
                  </InputAdornment>
                ),
              }}
              inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
              onChange={event => form.set({ path: event.target.value })}
              onBlur={() => form.touch('location.path')}
            />
          )}
          {uri && !form.problems['location.path'] && (
            <Typography
              variant="body2"
              color="textSecondary"
              className={classes.result}
            >
              {t('services.form.result', { uri: <code>{uri}</code> })}
            </Typography>
          )}
        </>
      )}
      {draft.locationKind === 'pvc' && (
        <LoadProblem
          cluster={cluster}
          error={claims.error}
          message={error =>
            t('services.form.claimsFailed', { reason: reasonOf(error) })
          }
          fieldId={`${id}-claim`}
          onRetry={claims.retry}
        />
      )}
      {draft.locationKind === 'pvc' && (
        <div className={rows.pair}>
          <Autocomplete
            id={`${id}-claim`}
            freeSolo
            forcePopupIcon
            disableClearable
            size="small"
            options={claimNames.map(({ name }) => name)}
            inputValue={draft.claim}
            value={draft.claim}
            openText={t('services.form.openClaims')}
            closeText={t('services.form.openClaims')}
            onInputChange={(_event, text) => form.set({ claim: text })}
            onBlur={() => form.touch('location.claim')}
            renderInput={params => {
              const problem = form.problemOf('location.claim');
              const help = claim
                ? [claim.capacity, claim.accessModes?.join(', ')]
                    .filter(Boolean)
                    .join(' · ')
                : t('services.form.claimHint');
              return (
                <TextField
                  {...params}
                  required
                  variant="outlined"
                  className={rows.mono}
                  label={t('services.form.claim')}
                  error={problem !== undefined}
                  helperText={problem ?? help}
                />
              );
            }}
          />
          <TextField
            id={`${id}-claim-path`}
            fullWidth
            size="small"
            variant="outlined"
            className={rows.mono}
            label={t('services.form.claimPath')}
            value={draft.claimPath}
            error={pathProblem !== undefined}
            helperText={pathProblem ?? t('services.form.claimPathHint')}
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
            onChange={event => form.set({ claimPath: event.target.value })}
            onBlur={() => form.touch('location.path')}
          />
        </div>
      )}
      {draft.locationKind === 'uri' && (
        <TextField
          id={`${id}-uri`}
          required
          fullWidth
          size="small"
          variant="outlined"
          className={rows.mono}
          label={t('services.form.uri')}
          placeholder="hf://Qwen/Qwen2.5-7B-Instruct"
          value={draft.uri}
          error={form.problemOf('location.uri') !== undefined}
          helperText={
            form.problemOf('location.uri') ?? t('services.form.uriHint')
          }
          inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
          onChange={event => form.set({ uri: event.target.value })}
          onBlur={() => form.touch('location.uri')}
        />
      )}
    </FormCard>
  );
}
