import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import TablePagination from '@material-ui/core/TablePagination';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { Table } from '@tanstack/react-table';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { modelConnectionsTranslationRef } from '../../translation';

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
    pagination: { '& .MuiTablePagination-toolbar': { paddingLeft: 0 } },
  }),
  { name: 'MooringConnectionsFooter' },
);

const PAGE_SIZES = [10, 25, 50, 100];

function LoadedSoFar(props: { pages: ConnectionPages }) {
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
export function ConnectionsFooter(props: {
  pages: ConnectionPages;
  table: Table<ConnectionSummary>;
}) {
  const { pages, table } = props;
  const classes = useStyles();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pageIndex, pageSize } = table.getState().pagination;
  const count = table.getFilteredRowModel().rows.length;
  const hasPages = count > PAGE_SIZES[0];
  if (pages.rows.length === 0 || (pages.phase === 'done' && !hasPages)) {
    return null; // the toolbar has said all there is to say
  }
  const lastPage = Math.max(Math.ceil(count / pageSize) - 1, 0);
  return (
    <div className={classes.root}>
      <div className={classes.loaded}>
        <LoadedSoFar pages={pages} />
      </div>
      {hasPages && (
        <TablePagination
          component="div"
          className={classes.pagination}
          count={count}
          page={Math.min(pageIndex, lastPage)}
          rowsPerPage={pageSize}
          rowsPerPageOptions={isNarrow ? [] : PAGE_SIZES}
          labelRowsPerPage={t('list.rowsPerPage')}
          labelDisplayedRows={rows =>
            t('list.rows', {
              from: String(rows.from),
              to: String(rows.to),
              all: String(rows.count),
            })
          }
          backIconButtonText={t('list.previousPage')}
          nextIconButtonText={t('list.nextPage')}
          onPageChange={(_event, page) => table.setPageIndex(page)}
          onRowsPerPageChange={event =>
            table.setPagination({
              pageIndex: 0,
              pageSize: Number(event.target.value),
            })
          }
        />
      )}
    </div>
  );
}
