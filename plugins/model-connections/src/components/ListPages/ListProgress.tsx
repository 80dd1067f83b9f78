import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { ListPages } from '../../hooks/useListPages';

const useStyles = makeStyles(
  theme => ({
    root: { height: 3 },
    still: { height: 3, borderBottom: `1px solid ${theme.palette.divider}` },
  }),
  { name: 'MooringListProgress' },
);

/** A thin line above the rows that moves while pages arrive; it keeps its height, so that no row jumps. */
export function ListProgress(props: { pages: ListPages; label: string }) {
  const { phase, isPaused } = props.pages;
  const classes = useStyles();
  const isMoving = !isPaused && (phase === 'first' || phase === 'more');
  return isMoving ? (
    <LinearProgress className={classes.root} aria-label={props.label} />
  ) : (
    <div className={classes.still} />
  );
}
