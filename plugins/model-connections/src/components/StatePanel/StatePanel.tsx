import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(6, 3),
      textAlign: 'center',
    },
    icon: {
      color: theme.palette.text.secondary,
      '& svg': { fontSize: 40 },
    },
    text: { maxWidth: 560, overflowWrap: 'anywhere' },
    action: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'MooringStatePanel' },
);

/** What stands where a list would be: what is the matter, why, and the next step. */
export function StatePanel(props: {
  icon: ReactNode;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  /** Set for errors, which are announced at once. */
  isError?: boolean;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.isError ? 'alert' : 'status'}>
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <Typography variant="h6" component="p" className={classes.text}>
        {props.title}
      </Typography>
      {props.description && (
        <Typography
          variant="body2"
          color="textSecondary"
          component="div"
          className={classes.text}
        >
          {props.description}
        </Typography>
      )}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
