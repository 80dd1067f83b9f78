import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import { ConnectionUses } from '../../hooks/useConnectionUses';
import { ListFilters, useListFilters } from '../../hooks/useListFilters';
import {
  CONNECTION_FILTERS,
  ConnectionFilterName,
  matchesNarrowing,
} from './connectionFilters';

/** The filters of the list, kept in the URL, and the connections that they and a search let through. */
export function useConnectionFilters(
  rows: readonly ConnectionSummary[],
  uses: ConnectionUses,
  search: string,
): {
  filters: ListFilters<ConnectionFilterName>;
  matching: readonly ConnectionSummary[];
  /** Another text for another search or other filters. */
  narrowing: string;
} {
  const filters = useListFilters(CONNECTION_FILTERS);
  const narrowing = JSON.stringify([search.trim(), filters.values]);
  const matching = useMemo(() => {
    const [text, values] = JSON.parse(narrowing);
    if (text === '' && !filters.isActive) return rows;
    const words = text.toLocaleLowerCase().split(/\s+/);
    const isStale = (row: ConnectionSummary) => (uses.of(row)?.stale ?? 0) > 0;
    return rows.filter(row => matchesNarrowing(row, words, values, isStale));
  }, [rows, uses, narrowing, filters.isActive]);
  return { filters, matching, narrowing };
}
