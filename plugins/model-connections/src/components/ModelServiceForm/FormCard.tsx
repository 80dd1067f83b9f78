import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      padding: theme.spacing(3),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      minHeight: 32,
    },
  }),
  { name: 'MooringFormCard' },
);

/** One part of the form, under its heading. */
export function FormCard(props: {
  title: string;
  /** Beside the heading. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.root}>
      <div className={classes.head}>
        <Typography id={id} variant="subtitle1" component="h2">
          <strong>{props.title}</strong>
        </Typography>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
