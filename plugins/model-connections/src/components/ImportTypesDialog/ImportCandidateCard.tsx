import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { protocolsOfFields } from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  ProtocolTags,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { DifferenceList } from '../ConnectionTypeDifferences';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { ImportCandidate } from './ImportCandidate';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    icon: { width: 24, '& svg': { fontSize: 20 } },
    wrong: { color: stateColors(theme).danger },
    checkbox: { padding: 0 },
    text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    name: { fontFamily: 'monospace', color: stateColors(theme).quiet },
    quiet: { color: stateColors(theme).quiet },
    differences: { marginTop: theme.spacing(1) },
  }),
  { name: 'MooringImportCandidateCard' },
);

/** One document: what importing it would do, or why it cannot be imported. */
export function ImportCandidateCard(props: {
  candidate: ImportCandidate;
  /** Absent where it cannot be chosen. */
  checked?: boolean;
  disabled?: boolean;
  error?: Error;
  /** The cluster that was asked, by its name. */
  cluster: string;
  onChange(checked: boolean): void;
}) {
  const { candidate, checked, disabled, error, onChange } = props;
  const { read, state, differences } = candidate;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const title = read.type?.displayName ?? read.name ?? t('import.unnamed');
  const mark =
    state === 'unchanged' ? (
      <CheckIcon aria-hidden />
    ) : (
      <ErrorOutlineIcon aria-hidden className={classes.wrong} />
    );
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <span className={classes.icon}>
          {checked === undefined ? (
            mark
          ) : (
            <Checkbox
              className={classes.checkbox}
              size="small"
              color="primary"
              checked={checked}
              disabled={disabled}
              onChange={event => onChange(event.target.checked)}
              inputProps={{ 'aria-label': t('import.take', { name: title }) }}
            />
          )}
        </span>
        <div className={classes.text}>
          <Typography variant="body2">
            <strong>{title}</strong>{' '}
            <span className={classes.name}>{read.name}</span>
          </Typography>
          <Typography
            variant="body2"
            className={state === 'wrong' ? classes.wrong : classes.quiet}
          >
            {state === 'wrong'
              ? read.problems.join(' ')
              : t(`import.${state}`, { count: differences.length })}
          </Typography>
        </div>
        {read.type && (
          <ProtocolTags protocols={protocolsOfFields(read.type.fields)} />
        )}
      </div>
      {error && (
        <Problem
          action={<SignInButton cluster={props.cluster} error={error} />}
        >
          {t(errorStatus(error) === 409 ? 'import.changed' : 'import.failed', {
            reason: reasonOf(error),
          })}
        </Problem>
      )}
      {differences.length > 0 && (
        <div className={classes.differences}>
          <DifferenceList differences={differences} />
        </div>
      )}
    </li>
  );
}
