import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import {
  getCoreRowModel,
  getPaginationRowModel,
  SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEffect, useMemo, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  connectionColumns,
  ConnectionColumnsContext,
} from './connectionColumns';
import { connectionRowKey } from './connectionRowKey';

/** The table over connections that are sorted, searched and filtered already: columns and pages. */
export function useConnectionsTable(
  options: ConnectionColumnsContext & {
    /** Sorted, and those that search and filters let through. */
    rows: readonly ConnectionSummary[];
    /** What was searched and filtered for: with another one the first page is shown. */
    narrowing: string;
    sorting: SortingState;
    onSorting(sorting: SortingState): void;
    isMedium: boolean;
    /** The row that is brought into sight. */
    shownKey?: string;
  },
) {
  const {
    rows,
    narrowing,
    sorting,
    onSorting,
    isMedium,
    shownKey,
    ...context
  } = options;
  const { withProject, isCompact } = context;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: 10 });
  const columns = useMemo(
    () => connectionColumns(column => t(`column.${column}`)),
    [t],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useReactTable({
    data,
    columns,
    meta: context,
    getRowId: connectionRowKey,
    state: {
      sorting,
      pagination,
      columnVisibility: {
        project: withProject && !isCompact,
        type: !isCompact,
        compatibility: !isCompact && !isMedium,
        usedBy: !isCompact,
        age: !isCompact,
      },
    },
    onSortingChange: change => {
      onSorting(typeof change === 'function' ? change(sorting) : change);
      setPagination(page => ({ ...page, pageIndex: 0 }));
    },
    onPaginationChange: setPagination,
    autoResetPageIndex: false,
    manualSorting: true,
    enableSortingRemoval: false,
    getCoreRowModel: getCoreRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
  });

  const lastPage = Math.max(
    Math.ceil(rows.length / pagination.pageSize) - 1,
    0,
  );
  useEffect(() => {
    setPagination(page => ({ ...page, pageIndex: 0 }));
  }, [narrowing]);
  useEffect(() => {
    if (pagination.pageIndex > lastPage) {
      setPagination(page => ({ ...page, pageIndex: lastPage }));
    }
  }, [pagination.pageIndex, lastPage]);

  // A connection that was just made is brought into sight, once.
  const shownNew = useRef<string | undefined>(undefined);
  useEffect(() => {
    const index = rows.findIndex(row => connectionRowKey(row) === shownKey);
    if (shownKey && index >= 0 && shownNew.current !== shownKey) {
      shownNew.current = shownKey;
      setPagination(page => ({
        ...page,
        pageIndex: Math.floor(index / page.pageSize),
      }));
    }
  }, [shownKey, rows]);

  return table;
}
