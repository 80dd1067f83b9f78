import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { height: 3 },
    still: { height: 3, borderBottom: `1px solid ${theme.palette.divider}` },
  }),
  { name: 'MooringConnectionsProgress' },
);

/** A thin line above the rows that moves while pages arrive; it keeps its height, so that no row jumps. */
export function ConnectionsProgress(props: { pages: ConnectionPages }) {
  const { phase, isPaused } = props.pages;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const isMoving = !isPaused && (phase === 'first' || phase === 'more');
  return isMoving ? (
    <LinearProgress className={classes.root} aria-label={t('list.loading')} />
  ) : (
    <div className={classes.still} />
  );
}
