import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TablePagination from '@material-ui/core/TablePagination';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Table } from '@tanstack/react-table';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  { root: { '& .MuiTablePagination-toolbar': { paddingLeft: 0 } } },
  { name: 'MooringListPagination' },
);

const PAGE_SIZES = [10, 25, 50, 100];

/** Whether a list has more rows than the smallest page. */
export function hasSeveralPages<T>(table: Table<T>): boolean {
  return table.getFilteredRowModel().rows.length > PAGE_SIZES[0];
}

/** The pages of a list, where it has several. */
export function ListPagination<T>(props: { table: Table<T> }) {
  const { table } = props;
  const classes = useStyles();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pageIndex, pageSize } = table.getState().pagination;
  const count = table.getFilteredRowModel().rows.length;
  const lastPage = Math.max(Math.ceil(count / pageSize) - 1, 0);
  return (
    <TablePagination
      component="div"
      className={classes.root}
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
  );
}
