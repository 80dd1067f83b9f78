import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import ReplayIcon from '@material-ui/icons/Replay';
import { resourceNameProblem } from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionFormBase } from '../../hooks/useConnectionForm';
import { stateColors } from '../../theme';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FormTextField } from './fields/FormTextField';
import { useFieldGridStyles } from './useFieldGridStyles';

const useStyles = makeStyles(
  theme => ({
    // Stronger than the field's own font, whatever its state.
    mono: { '&&': { fontFamily: 'monospace' } },
    valid: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    check: { fontSize: 16, color: stateColors(theme).success },
  }),
  { name: 'MooringNameFields' },
);

/** Display name, resource name and description. */
export function NameFields(props: {
  form: ConnectionFormBase;
  prefix: string;
  disabled?: boolean;
}) {
  const { form, prefix, disabled } = props;
  const classes = useStyles();
  const grid = useFieldGridStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const hasNoProposal =
    form.nameFollows && form.name === '' && form.displayName.trim() !== '';
  let follows: string | undefined = t('form.resourceNameOwn');
  if (form.nameFollows) {
    follows = hasNoProposal ? undefined : t('form.resourceNameFollows');
  }
  const isValid = resourceNameProblem(form.name) === undefined;

  return (
    <div className={grid.grid}>
      <FormTextField
        id={`${prefix}-displayName`}
        label={t('form.displayName')}
        // A connection that others made may have none.
        required={!form.stored}
        disabled={disabled}
        value={form.displayName}
        problem={form.errors.displayName}
        description={t('form.displayNameHint')}
        onChange={event => form.setDisplayName(event.target.value)}
        onBlur={() => {
          // Whoever only passes by on the way to a type did nothing wrong.
          if (form.isDirty) form.touch('displayName');
        }}
      />
      {form.stored ? (
        <FormTextField
          id={`${prefix}-name`}
          label={t('form.resourceName')}
          disabled={disabled}
          value={form.name}
          description={t('form.resourceNameFixed')}
          inputProps={{ readOnly: true, className: classes.mono }}
          InputProps={{
            endAdornment: (
              <InputAdornment position="end">
                <LockOutlinedIcon fontSize="small" color="action" />
              </InputAdornment>
            ),
          }}
        />
      ) : (
        <FormTextField
          id={`${prefix}-name`}
          label={t('form.resourceName')}
          required
          disabled={disabled}
          value={form.name}
          problem={form.errors.name}
          description={
            isValid && !form.errors.name ? (
              <span className={classes.valid}>
                <CheckIcon className={classes.check} aria-hidden />
                {t('form.resourceNameValid')} · {follows}
              </span>
            ) : (
              follows
            )
          }
          onChange={event => form.setName(event.target.value)}
          onBlur={() => {
            if (!form.nameFollows) form.touch('name');
          }}
          inputProps={{ spellCheck: false, className: classes.mono }}
          InputProps={{
            endAdornment: !form.nameFollows && (
              <InputAdornment position="end">
                <Tooltip title={t('form.resourceNameFollow')}>
                  <IconButton
                    size="small"
                    edge="end"
                    disabled={disabled}
                    aria-label={t('form.resourceNameFollow')}
                    onClick={form.followDisplayName}
                  >
                    <ReplayIcon fontSize="small" />
                  </IconButton>
                </Tooltip>
              </InputAdornment>
            ),
          }}
        />
      )}
      <FormTextField
        id={`${prefix}-description`}
        className={grid.wide}
        label={t('form.description')}
        disabled={disabled}
        value={form.description}
        problem={form.errors.description}
        onChange={event => form.setDescription(event.target.value)}
      />
    </div>
  );
}
