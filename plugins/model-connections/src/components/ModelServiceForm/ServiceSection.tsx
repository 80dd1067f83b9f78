import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import MenuItem from '@material-ui/core/MenuItem';
import {
  runtimeNamed,
  ServingChoice,
  ServingChoiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import {
  autoRuntimeOf,
  formatOf,
  isShadowed,
  runtimesFor,
} from '../../model-services/runtimes';
import { modelConnectionsTranslationRef } from '../../translation';
import { FormCard } from './FormCard';
import { LoadProblem } from './LoadProblem';
import { NameField } from './NameField';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    item: { whiteSpace: 'normal' },
    // Why it cannot be chosen is to be read.
    hidden: { '&.Mui-disabled': { opacity: 1 } },
    detail: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringServiceSection' },
);

const NO_RUNTIMES: readonly ServingChoice[] = [];

/** What the service is called, and what serves it. */
export function ServiceSection(props: {
  id: string;
  cluster: string;
  form: ServiceFormModel;
  namespace: string;
  runtimes: Loaded<ServingChoiceList>;
}) {
  const { id, cluster, form, namespace, runtimes } = props;
  const { draft, base } = form;
  const classes = useStyles();
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const all = runtimes.value?.items ?? NO_RUNTIMES;
  const formats = useMemo(
    () =>
      [
        ...new Set(
          all.flatMap(({ modelFormats = [] }) =>
            modelFormats.map(({ name }) => name),
          ),
        ),
      ].sort((one, other) => one.localeCompare(other)),
    [all],
  );
  const format = draft.format.trim();
  const wanted = formatOf(format, draft.formatVersion.trim());
  const matching = runtimesFor(all, wanted);
  const auto = autoRuntimeOf(all, wanted);
  const titleOf = (runtime: ServingChoice) =>
    runtime.displayName ?? runtime.name;
  const chosen = runtimeNamed(all, draft.runtime);
  const isListed =
    draft.runtime === '' || (chosen !== undefined && matching.includes(chosen));
  const whereOf = ({ scope = 'cluster' }: ServingChoice) =>
    t(`services.form.scope.${scope}`);
  const autoText = auto
    ? t('services.form.autoOf', { runtime: titleOf(auto) })
    : t('services.runtimeAuto');

  let runtimeHelp: string | undefined = runtimes.value?.partial;
  if (runtimes.status === 'ready' && format) {
    runtimeHelp =
      matching.length > 0
        ? t('services.form.runtimesMatch', { count: matching.length, format })
        : t('services.form.runtimesNone', { format });
  }
  const formatProblem = form.problemOf('modelFormat', 'modelFormat.name');
  const runtimeProblem = form.problemOf('runtime');
  return (
    <FormCard title={t('services.form.service')}>
      <div className={rows.pair}>
        <TextField
          id={`${id}-display-name`}
          fullWidth
          size="small"
          variant="outlined"
          label={t('services.form.displayName')}
          value={draft.displayName}
          helperText={t(
            base ? 'services.form.renameRestarts' : 'services.form.renameLater',
          )}
          onChange={event => form.set({ displayName: event.target.value })}
          onBlur={() => form.touch('displayName')}
        />
        <NameField id={id} form={form} namespace={namespace} />
        <Autocomplete
          id={`${id}-format`}
          freeSolo
          forcePopupIcon
          disableClearable
          size="small"
          options={formats}
          inputValue={draft.format}
          value={format}
          openText={t('services.form.openFormats')}
          closeText={t('services.form.openFormats')}
          filterOptions={options =>
            formats.includes(format)
              ? options
              : options.filter(option =>
                  option.toLowerCase().includes(format.toLowerCase()),
                )
          }
          onInputChange={(_event, text, reason) => {
            // What is there at first is not typed.
            if (reason !== 'reset' || formats.includes(text)) {
              form.set({ format: text });
            }
          }}
          onBlur={() => form.touch('modelFormat')}
          renderInput={params => (
            <TextField
              {...params}
              required
              variant="outlined"
              label={t('services.form.format')}
              error={formatProblem !== undefined}
              helperText={formatProblem ?? t('services.form.formatHint')}
            />
          )}
        />
        <TextField
          id={`${id}-runtime`}
          select
          fullWidth
          size="small"
          variant="outlined"
          label={t('services.form.runtime')}
          value={draft.runtime}
          error={runtimeProblem !== undefined}
          helperText={runtimeProblem ?? runtimeHelp}
          // The first entry has no value, and is shown all the same.
          InputLabelProps={{ shrink: true }}
          SelectProps={{
            displayEmpty: true,
            // Material UI says this of the hidden input alone, which has no focus.
            SelectDisplayProps: {
              'aria-invalid': runtimeProblem !== undefined,
              'aria-describedby': `${id}-runtime-helper-text`,
            },
            renderValue: value => {
              if (value === '') return autoText;
              if (!chosen) return String(value);
              const isAlone =
                all.filter(({ name }) => name === chosen.name).length === 1;
              return isAlone
                ? titleOf(chosen)
                : `${titleOf(chosen)} · ${whereOf(chosen)}`;
            },
          }}
          onChange={event => {
            form.set({ runtime: event.target.value });
            form.touch('runtime');
          }}
        >
          <MenuItem value="">{autoText}</MenuItem>
          {!isListed && (
            <MenuItem value={draft.runtime}>
              {chosen ? titleOf(chosen) : draft.runtime}
            </MenuItem>
          )}
          {matching.map(runtime => {
            const isHidden = isShadowed(runtime, all);
            const key = `${runtime.scope}/${runtime.name}`;
            return (
              <MenuItem
                key={key}
                value={isHidden ? key : runtime.name}
                disabled={isHidden}
                className={`${classes.item} ${isHidden ? classes.hidden : ''}`}
              >
                <div>
                  {titleOf(runtime)}
                  <Typography
                    variant="caption"
                    display="block"
                    className={classes.detail}
                  >
                    {[
                      runtime.displayName && runtime.name,
                      whereOf(runtime),
                      isHidden && t('services.form.runtimeShadowed'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </div>
              </MenuItem>
            );
          })}
        </TextField>
      </div>
      <LoadProblem
        cluster={cluster}
        error={runtimes.error}
        message={error =>
          t('services.form.runtimesFailed', { reason: reasonOf(error) })
        }
        fieldId={`${id}-runtime`}
        onRetry={runtimes.retry}
      />
    </FormCard>
  );
}
