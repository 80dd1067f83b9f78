import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import {
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  connectionTypeColumns,
  ConnectionTypeColumnsContext,
  ConnectionTypeTableMeta,
} from './connectionTypeColumns';

const DEFAULT_SORTING: SortingState = [{ id: 'name', desc: false }];

/** Sort and pages over the types that search and filters let through. */
export function useConnectionTypesTable(
  options: Omit<ConnectionTypeColumnsContext, 'header'> &
    ConnectionTypeTableMeta & {
      rows: readonly ConnectionType[];
      sorting: SortingState;
      onSorting(sorting: SortingState): void;
      isMedium: boolean;
      /** The row to be brought into sight, by name. */
      newKey?: string;
    },
) {
  const { rows, isCompact, isMedium, busy, newKey } = options;
  const { onPreview, onEnable, onMenu, onSorting } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: 25 });
  const columns = useMemo(
    () =>
      connectionTypeColumns({
        isCompact,
        onPreview,
        onEnable,
        onMenu,
        header: column => t(`types.column.${column}`),
      }),
    [isCompact, onPreview, onEnable, onMenu, t],
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
    getRowId: type => type.name,
    meta: { busy } satisfies ConnectionTypeTableMeta,
    state: {
      sorting,
      pagination,
      columnVisibility: {
        category: !isCompact,
        compatibility: !isCompact,
        creator: !isCompact && !isMedium,
        created: !isCompact && !isMedium,
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
    if (pagination.pageIndex > lastPage) {
      setPagination(page => ({ ...page, pageIndex: lastPage }));
    }
  }, [pagination.pageIndex, lastPage]);

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
