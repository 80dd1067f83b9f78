import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { ListFilters, useListFilters } from '../../hooks/useListFilters';
import { creatorName } from '../ConnectionsTable/creatorName';

const NAMES = ['category', 'compatibility', 'creator', 'enabled'] as const;

/** Stands for those of no creator; no name is like it. */
export const NO_CREATOR = '-';

/** What the list of types can be narrowed by. */
export type TypeFilterName = (typeof NAMES)[number];

/** The values of a type that a filter looks at. A type that serves no model has the compatibility `none`. */
export function typeFilterValues(
  type: ConnectionType,
  name: TypeFilterName,
): readonly string[] {
  switch (name) {
    case 'category':
      return type.categories;
    case 'compatibility':
      return type.protocols.length > 0 ? type.protocols : ['none'];
    case 'creator':
      return [type.creator ? creatorName(type.creator) : NO_CREATOR];
    default:
      return [type.enabled ? 'yes' : 'no'];
  }
}

function matches(
  type: ConnectionType,
  search: string,
  filters: ListFilters<TypeFilterName>,
): boolean {
  const text = [
    type.displayName,
    type.name,
    type.description,
    ...type.categories,
    type.creator && creatorName(type.creator),
  ]
    .join(' ')
    .toLocaleLowerCase();
  return (
    search
      .toLocaleLowerCase()
      .split(/\s+/)
      .every(word => text.includes(word)) &&
    NAMES.every(name => {
      const wanted = filters.values[name];
      return (
        wanted.length === 0 ||
        typeFilterValues(type, name).some(value => wanted.includes(value))
      );
    })
  );
}

/** The filters of the list, kept in the URL, and the types that they and a search let through. */
export function useTypeFilters(
  types: readonly ConnectionType[],
  search: string,
) {
  const filters = useListFilters(NAMES);
  return {
    filters,
    matching: types.filter(type => matches(type, search.trim(), filters)),
  };
}
