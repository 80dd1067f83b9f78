import { alpha, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      backgroundColor: alpha(
        theme.palette.error.main,
        theme.palette.type === 'dark' ? 0.2 : 0.1,
      ),
      color: theme.palette.text.primary,
      '& .MuiAlert-icon': { color: stateColors(theme).danger },
    },
    message: { overflowWrap: 'anywhere', minWidth: 0 },
  }),
  { name: 'MooringProblem' },
);

/** Something went wrong: announced at once, and shown where one can act on it. */
export function Problem(props: {
  /** A way out, at the end of the line. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Alert
      severity="error"
      action={props.action}
      classes={{ root: classes.root, message: classes.message }}
    >
      {props.children}
    </Alert>
  );
}
