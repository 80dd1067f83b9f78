import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import {
  getCoreRowModel,
  getPaginationRowModel,
  getSortedRowModel,
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

const DEFAULT_SORTING: SortingState = [{ id: 'name', desc: false }];

/** Sort and pages over the connections that search and filters let through. */
export function useConnectionsTable(
  options: ConnectionColumnsContext & {
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
  const { rows, narrowing, onSorting, isMedium, shownKey, ...context } =
    options;
  const { types, usesOf, withProject, isCompact } = context;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: 10 });
  const columns = useMemo(
    () => connectionColumns(column => t(`column.${column}`), { types, usesOf }),
    [types, usesOf, t],
  );
  // A column that the URL names need not exist.
  const isKnown = options.sorting.every(({ id }) =>
    columns.some(column => column.id === id && column.enableSorting !== false),
  );
  const sorting = isKnown ? options.sorting : DEFAULT_SORTING;
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
    enableSortingRemoval: false,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
  });

  const sorted = table.getSortedRowModel().rows;
  const lastPage = Math.max(
    Math.ceil(sorted.length / pagination.pageSize) - 1,
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
    const index = sorted.findIndex(row => row.id === shownKey);
    if (shownKey && index >= 0 && shownNew.current !== shownKey) {
      shownNew.current = shownKey;
      setPagination(page => ({
        ...page,
        pageIndex: Math.floor(index / page.pageSize),
      }));
    }
  }, [shownKey, sorted]);

  return table;
}
