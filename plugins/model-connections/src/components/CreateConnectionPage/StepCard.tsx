import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    narrow: {
      paddingLeft: theme.spacing(2),
      paddingRight: theme.spacing(2),
    },
    heading: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 32,
      marginBottom: theme.spacing(2),
    },
    step: { marginRight: theme.spacing(1) },
  }),
  { name: 'MooringStepCard' },
);

/** One step of a page that is filled in from left to right, or from top to bottom. */
export function StepCard(props: {
  step: number;
  title: string;
  /** A side panel, with less room around its content. */
  isNarrow?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { step, title, isNarrow, action, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      className={`${classes.root} ${isNarrow ? classes.narrow : ''}`}
    >
      <div className={classes.heading}>
        <Typography id={id} variant="subtitle1" component="h2">
          <strong>
            <span className={classes.step}>{step}</span>
            {title}
          </strong>
        </Typography>
        {action}
      </div>
      {children}
    </Paper>
  );
}
