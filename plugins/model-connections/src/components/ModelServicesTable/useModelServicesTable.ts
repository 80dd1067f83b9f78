import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import {
  getCoreRowModel,
  getFilteredRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  modelServiceColumns,
  ModelServiceColumnsContext,
  ModelServiceTableMeta,
} from './modelServiceColumns';
import { modelServiceRowKey } from './modelServiceRowKey';

const DEFAULT_SORTING: SortingState = [{ id: 'name', desc: false }];

/** Sort and pages over the services that search and filters let through. */
export function useModelServicesTable(
  options: Omit<ModelServiceColumnsContext, 'header'> &
    ModelServiceTableMeta & {
      rows: readonly ModelService[];
      sorting: SortingState;
      onSorting(sorting: SortingState): void;
      isMedium: boolean;
    },
) {
  const { rows, isCompact, isMedium, withProject, connectionOf } = options;
  const { linkTo, linkState, onMenu, onSorting } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: 25 });
  const columns = useMemo(
    () =>
      modelServiceColumns({
        isCompact,
        withProject,
        linkTo,
        linkState,
        onMenu,
        header: column => t(`services.column.${column}`),
      }),
    [isCompact, withProject, linkTo, linkState, onMenu, t],
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
    getRowId: modelServiceRowKey,
    meta: { connectionOf } satisfies ModelServiceTableMeta,
    state: {
      sorting,
      pagination,
      columnVisibility: {
        project: withProject && !isCompact,
        state: !isCompact,
        location: !isCompact,
        runtime: !isCompact && !isMedium,
        replicas: !isCompact && !isMedium,
        url: !isCompact && !isMedium,
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
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
  });
  const lastPage = Math.max(
    Math.ceil(rows.length / pagination.pageSize) - 1,
    0,
  );
  useEffect(() => {
    if (pagination.pageIndex > lastPage) {
      setPagination(page => ({ ...page, pageIndex: lastPage }));
    }
  }, [pagination.pageIndex, lastPage]);
  return table;
}
