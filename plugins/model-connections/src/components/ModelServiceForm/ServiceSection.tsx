import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import MenuItem from '@material-ui/core/MenuItem';
import {
  ServingChoice,
  ServingChoiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import { autoRuntimeOf, runtimesFor } from '../../model-services/runtimes';
import { modelConnectionsTranslationRef } from '../../translation';
import { FormCard } from './FormCard';
import { NameField } from './NameField';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    item: { whiteSpace: 'normal' },
    detail: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringServiceSection' },
);

const NO_RUNTIMES: readonly ServingChoice[] = [];

/** What the service is called, and what serves it. */
export function ServiceSection(props: {
  id: string;
  form: ServiceFormModel;
  namespace: string;
  runtimes: Loaded<ServingChoiceList>;
}) {
  const { id, form, namespace, runtimes } = props;
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
  const version = draft.formatVersion.trim();
  const matching = runtimesFor(all, format, version);
  const auto = autoRuntimeOf(all, format, version);
  const titleOf = (runtime: ServingChoice) =>
    runtime.displayName ?? runtime.name;
  const isKnown =
    draft.runtime === '' || matching.some(({ name }) => name === draft.runtime);
  const autoText = auto
    ? t('services.form.autoOf', { runtime: titleOf(auto) })
    : t('services.runtimeAuto');

  let runtimeHelp: string | undefined = runtimes.value?.partial;
  if (runtimes.error) {
    runtimeHelp = t('services.form.runtimesFailed', {
      reason: reasonOf(runtimes.error),
    });
  } else if (runtimes.status === 'ready' && format) {
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
            renderValue: value => {
              if (value === '') return autoText;
              const chosen = all.find(({ name }) => name === value);
              return chosen ? titleOf(chosen) : String(value);
            },
          }}
          onChange={event => form.set({ runtime: event.target.value })}
        >
          <MenuItem value="">{autoText}</MenuItem>
          {!isKnown && (
            <MenuItem value={draft.runtime}>{draft.runtime}</MenuItem>
          )}
          {matching.map(runtime => (
            <MenuItem
              key={`${runtime.scope}/${runtime.name}`}
              value={runtime.name}
              className={classes.item}
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
                    t(`services.form.scope.${runtime.scope ?? 'cluster'}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </div>
            </MenuItem>
          ))}
        </TextField>
      </div>
    </FormCard>
  );
}
