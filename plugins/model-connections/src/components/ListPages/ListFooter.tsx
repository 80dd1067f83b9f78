import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Table } from '@tanstack/react-table';
import { ListPages } from '../../hooks/useListPages';
import { modelConnectionsTranslationRef } from '../../translation';
import { hasSeveralPages, ListPagination } from '../ListTable';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    loaded: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 52,
    },
  }),
  { name: 'MooringListFooter' },
);

function LoadedSoFar(props: { pages: ListPages }) {
  const { phase, isPaused, isReloading, rows, setPaused } = props.pages;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = String(rows.length);
  if (phase === 'done') {
    return null;
  }
  if (phase === 'failed' || isReloading) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('list.loaded', { loaded })}
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="body2">
        {t(isPaused ? 'list.loadedPaused' : 'list.loadedMore', { loaded })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('list.coverage')}
      </Typography>
      <Button size="small" color="primary" onClick={() => setPaused(!isPaused)}>
        {t(isPaused ? 'list.resume' : 'list.pause')}
      </Button>
    </>
  );
}

/** How far the list is loaded, and the pages of the table. */
export function ListFooter<T>(props: { pages: ListPages; table: Table<T> }) {
  const { pages, table } = props;
  const classes = useStyles();
  const hasPages = hasSeveralPages(table);
  if (pages.rows.length === 0 || (pages.phase === 'done' && !hasPages)) {
    return null; // the toolbar has said all there is to say
  }
  return (
    <div className={classes.root}>
      <div className={classes.loaded}>
        <LoadedSoFar pages={pages} />
      </div>
      {hasPages && <ListPagination table={table} />}
    </div>
  );
}
