import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { SortingState } from '@tanstack/react-table';
import { useMemo } from 'react';
import {
  ConnectionColumnsContext,
  connectionSortKeys,
} from './connectionColumns';

const DEFAULT_SORTING: SortingState = [{ id: 'name', desc: false }];
const collator = new Intl.Collator(undefined, {
  numeric: true,
  sensitivity: 'base',
});

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));

/**
 * The connections in the order that was asked for, or by name. Sorted before they are searched, so that a key pressed in
 * the search of a long list sorts nothing.
 */
export function useSortedConnections(
  rows: readonly ConnectionSummary[],
  wanted: SortingState,
  { types, usesOf }: Pick<ConnectionColumnsContext, 'types' | 'usesOf'>,
): { sorted: readonly ConnectionSummary[]; sorting: SortingState } {
  // A column that the URL names need not exist.
  const isKnown =
    wanted.length > 0 && Object.hasOwn(connectionSortKeys, wanted[0].id);
  const sorting = isKnown ? wanted : DEFAULT_SORTING;
  const [{ id, desc }] = sorting;
  const sorted = useMemo(() => {
    const keyOf = connectionSortKeys[id as keyof typeof connectionSortKeys];
    return rows
      .map(row => ({ row, key: keyOf(row, { types, usesOf }) }))
      .sort((one, other) =>
        desc ? compare(other.key, one.key) : compare(one.key, other.key),
      )
      .map(({ row }) => row);
  }, [rows, id, desc, types, usesOf]);
  return { sorted, sorting };
}
