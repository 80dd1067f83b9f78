import MuiTable from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { flexRender, Header, Table } from '@tanstack/react-table';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    table: { tableLayout: 'auto' },
    head: {
      '& th': {
        borderBottom: `1px solid ${theme.palette.divider}`,
        color: theme.palette.text.primary,
        fontSize: theme.typography.pxToRem(12),
        fontWeight: theme.typography.fontWeightBold as number,
        letterSpacing: '0.04em',
        textTransform: 'uppercase',
        whiteSpace: 'nowrap',
      },
    },
    row: {
      height: 56,
      '&:focus': { outline: 'none' },
      '& td': { lineHeight: 1.4 },
    },
    new: {
      '&&': { backgroundColor: alpha(theme.palette.primary.main, 0.12) },
      '& td:first-child': {
        boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
      },
    },
    cell: { padding: theme.spacing(1, 1, 1, 2) },
    actions: { width: 56, padding: theme.spacing(1), textAlign: 'right' },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'MooringListTable' },
);

function sortOf<T>(header: Header<T, unknown>) {
  const sorted = header.column.getIsSorted();
  if (!sorted) {
    return undefined;
  }
  return sorted === 'desc' ? 'descending' : 'ascending';
}

/** The rows of the page that is shown, under headers that sort. The last column `actions` has an unseen header. */
export function ListTable<T>(props: {
  table: Table<T>;
  /** What the rows are, for those who do not see them. */
  label: string;
  /** The row that was just made or saved, by its id: it is marked and takes the focus. */
  newKey?: string;
  /** It only takes the focus: nothing was done to it. */
  isPlain?: boolean;
}) {
  const { table, label, newKey, isPlain } = props;
  const classes = useStyles();
  const cellClass = (id: string) =>
    id === 'actions' ? classes.actions : classes.cell;
  const newRow = useRef<HTMLTableRowElement>(null);
  const { rows } = table.getRowModel();
  const hasNewRow = rows.some(row => row.id === newKey);
  useEffect(() => {
    // The form that had the focus is gone: one goes on from what it made.
    if (hasNewRow && document.activeElement === document.body) {
      newRow.current?.focus();
    }
  }, [hasNewRow]);
  return (
    <MuiTable size="small" aria-label={label} className={classes.table}>
      <TableHead className={classes.head}>
        {table.getHeaderGroups().map(group => (
          <TableRow key={group.id}>
            {group.headers.map(header => {
              const title = flexRender(
                header.column.columnDef.header,
                header.getContext(),
              );
              const sort = sortOf(header);
              return (
                <TableCell
                  key={header.id}
                  className={cellClass(header.id)}
                  aria-sort={sort}
                >
                  {header.column.getCanSort() ? (
                    <TableSortLabel
                      active={sort !== undefined}
                      direction={sort === 'descending' ? 'desc' : 'asc'}
                      onClick={header.column.getToggleSortingHandler()}
                    >
                      {title}
                    </TableSortLabel>
                  ) : (
                    <span className={classes.hidden}>{title}</span>
                  )}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableHead>
      <TableBody>
        {rows.map(row => (
          <TableRow
            key={row.id}
            ref={row.id === newKey ? newRow : undefined}
            tabIndex={row.id === newKey ? -1 : undefined}
            className={`${classes.row} ${
              row.id === newKey && !isPlain ? classes.new : ''
            }`}
          >
            {row.getVisibleCells().map(cell => (
              <TableCell key={cell.id} className={cellClass(cell.column.id)}>
                {flexRender(cell.column.columnDef.cell, cell.getContext())}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </MuiTable>
  );
}
