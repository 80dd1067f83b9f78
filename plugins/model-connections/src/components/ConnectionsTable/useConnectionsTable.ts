import {
  ConnectionSummary,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEffect, useMemo, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { connectionColumns } from './connectionColumns';
import { connectionRowKey } from './connectionRowKey';
import { creatorName } from './creatorName';

function matches(row: ConnectionSummary, search: string): boolean {
  const text = [
    row.displayName,
    row.name,
    row.namespace,
    row.creator && creatorName(row.creator),
  ]
    .join(' ')
    .toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

const DEFAULT_SORTING: SortingState = [{ id: 'name', desc: false }];

/** Search, sort and pages over the connections that are loaded. */
export function useConnectionsTable(options: {
  rows: readonly ConnectionSummary[];
  types?: readonly ConnectionType[];
  search: string;
  sorting: SortingState;
  onSorting(sorting: SortingState): void;
  withProject: boolean;
  isCompact: boolean;
  isMedium: boolean;
  newKey?: string;
  mayOnlyLook: boolean;
  onMenu(row: ConnectionSummary, button: HTMLElement): void;
}) {
  const { rows, types, search, withProject, isCompact, isMedium } = options;
  const { newKey, onMenu, onSorting, mayOnlyLook } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: 10 });
  const columns = useMemo(
    () =>
      connectionColumns({
        types,
        isCompact,
        withProject,
        newKey,
        mayOnlyLook,
        onMenu,
        header: column => t(`column.${column}`),
      }),
    [types, isCompact, withProject, newKey, mayOnlyLook, onMenu, t],
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
    getRowId: connectionRowKey,
    state: {
      sorting,
      pagination,
      globalFilter: search,
      columnVisibility: {
        project: withProject && !isCompact,
        type: !isCompact,
        compatibility: !isCompact,
        creator: !isCompact && !isMedium,
        age: !isCompact,
        actions: !mayOnlyLook,
      },
    },
    onSortingChange: change => {
      onSorting(typeof change === 'function' ? change(sorting) : change);
      setPagination(page => ({ ...page, pageIndex: 0 }));
    },
    onPaginationChange: setPagination,
    globalFilterFn: (row, _column, text) => matches(row.original, text),
    // One column is enough: the filter above looks at the row as a whole.
    getColumnCanGlobalFilter: column => column.id === 'name',
    autoResetPageIndex: false,
    enableSortingRemoval: false,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
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
  }, [search]);
  useEffect(() => {
    if (pagination.pageIndex > lastPage) {
      setPagination(page => ({ ...page, pageIndex: lastPage }));
    }
  }, [pagination.pageIndex, lastPage]);

  // A connection that was just made is brought into sight, once.
  const shownNew = useRef<string | undefined>(undefined);
  useEffect(() => {
    const index = sorted.findIndex(row => row.id === newKey);
    if (newKey && index >= 0 && shownNew.current !== newKey) {
      shownNew.current = newKey;
      setPagination(page => ({
        ...page,
        pageIndex: Math.floor(index / page.pageSize),
      }));
    }
  }, [newKey, sorted]);

  return table;
}
