import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, padding: theme.spacing(2) },
    title: { marginBottom: theme.spacing(1.5) },
  }),
  { name: 'MooringSideCard' },
);

/** A card beside the form. */
export function SideCard(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={classes.root}>
      <Typography
        id={id}
        variant="subtitle1"
        component="h2"
        className={classes.title}
      >
        <strong>{props.title}</strong>
      </Typography>
      {props.children}
    </Paper>
  );
}
