import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { ReactNode } from 'react';
import { stateColors } from '../../../theme';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
      '& svg': { fontSize: 16, marginTop: 1, flexShrink: 0 },
    },
    problem: { color: stateColors(theme).danger },
    hint: {
      color: theme.palette.text.primary,
      '& svg': { color: stateColors(theme).warning },
    },
    description: { display: 'block' },
  }),
  { name: 'MooringFieldHelp' },
);

/** The lines beneath a field: what is wrong, what is doubtful, what it is for. State is icon and words. */
export function FieldHelp(props: {
  problem?: string;
  hint?: string;
  description?: ReactNode;
}) {
  const { problem, hint, description } = props;
  const classes = useStyles();
  return (
    <>
      {problem && (
        <span className={`${classes.line} ${classes.problem}`}>
          <ErrorOutlineIcon aria-hidden />
          {problem}
        </span>
      )}
      {hint && (
        <span className={`${classes.line} ${classes.hint}`}>
          <ReportProblemOutlinedIcon aria-hidden />
          {hint}
        </span>
      )}
      {description && (
        <span className={classes.description}>{description}</span>
      )}
    </>
  );
}
