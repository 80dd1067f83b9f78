import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { creatorName } from '../ConnectionsTable/creatorName';

/** What the list of connections can be narrowed by, besides a search. */
export const CONNECTION_FILTERS = [
  'type',
  'protocol',
  'creator',
  'restart',
] as const;

/** One of them; the name stands in the URL. */
export type ConnectionFilterName = (typeof CONNECTION_FILTERS)[number];

/** Stands for what has no type, or serves no model. */
export const NOTHING = 'none';

/** The values of a connection that a filter looks at; `restart` is known by whoever knows the services. */
export function connectionFilterValues(
  row: ConnectionSummary,
  name: Exclude<ConnectionFilterName, 'restart'>,
): readonly string[] {
  switch (name) {
    case 'type':
      return [row.typeName ?? NOTHING];
    case 'protocol':
      return row.protocols.length > 0 ? row.protocols : [NOTHING];
    default:
      return row.creator ? [creatorName(row.creator)] : [];
  }
}

/** Made once for each row: a search looks at all of them with every key. */
const searchedTexts = new WeakMap<ConnectionSummary, string>();

function searchedText(row: ConnectionSummary): string {
  let text = searchedTexts.get(row);
  if (text === undefined) {
    text = [
      row.displayName,
      row.name,
      row.namespace,
      row.creator && creatorName(row.creator),
    ]
      .join(' ')
      .toLocaleLowerCase();
    searchedTexts.set(row, text);
  }
  return text;
}

/** Whether the search and every filter let a connection through. */
export function matchesNarrowing(
  row: ConnectionSummary,
  words: readonly string[],
  filters: Record<ConnectionFilterName, readonly string[]>,
  isStale: (row: ConnectionSummary) => boolean,
): boolean {
  const text = searchedText(row);
  return (
    words.every(word => text.includes(word)) &&
    CONNECTION_FILTERS.every(name => {
      const wanted = filters[name];
      if (wanted.length === 0) return true;
      if (name === 'restart') return isStale(row);
      return connectionFilterValues(row, name).some(value =>
        wanted.includes(value),
      );
    })
  );
}
