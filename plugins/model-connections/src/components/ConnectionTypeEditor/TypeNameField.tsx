import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import ReplayIcon from '@material-ui/icons/Replay';
import {
  FormTextField,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    mono: { '&&': { fontFamily: 'monospace' } },
    prefix: { '& p': { fontFamily: 'monospace' } },
    free: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    check: { fontSize: 16, color: stateColors(theme).success },
  }),
  { name: 'MooringTypeNameField' },
);

/** The resource name behind its fixed prefix: it follows the display name until it is typed. Once stored it is shown whole, and locked. */
export function TypeNameField(props: {
  id: string;
  /** Without the prefix, unless it is locked. */
  value: string;
  isLocked: boolean;
  follows: boolean;
  /** Nothing is wrong with it, and no other type has it. */
  isFree: boolean;
  problem?: string;
  disabled?: boolean;
  /** `undefined` lets it follow the display name again. */
  onChange(slug: string | undefined): void;
}) {
  const { id, value, isLocked, follows, isFree, problem, disabled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  let description: string = t(
    follows ? 'editor.nameFollows' : 'editor.nameOwn',
  );
  if (isLocked) description = t('editor.nameLocked');
  return (
    <FormTextField
      id={id}
      label={t('editor.name')}
      required={!isLocked}
      disabled={disabled}
      value={value}
      problem={problem}
      description={
        isFree && !isLocked && !problem ? (
          <span className={classes.free}>
            <CheckIcon className={classes.check} aria-hidden />
            {t('editor.nameFree')} · {description}
          </span>
        ) : (
          description
        )
      }
      onChange={event => props.onChange(event.target.value.replace(/^ct-/, ''))}
      inputProps={{
        readOnly: isLocked,
        spellCheck: false,
        className: classes.mono,
      }}
      InputProps={{
        startAdornment: !isLocked && (
          <InputAdornment position="start" className={classes.prefix}>
            ct-
          </InputAdornment>
        ),
        endAdornment: !isLocked && !follows && (
          <InputAdornment position="end">
            <Tooltip title={t('editor.nameFollow')}>
              <IconButton
                size="small"
                edge="end"
                disabled={disabled}
                aria-label={t('editor.nameFollow')}
                onClick={() => props.onChange(undefined)}
              >
                <ReplayIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          </InputAdornment>
        ),
      }}
    />
  );
}
