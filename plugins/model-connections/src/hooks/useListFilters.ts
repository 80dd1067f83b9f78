import { useLocation, useSearchParams } from 'react-router-dom';

/** Filters of a list by name, each with the values that are let through; an empty one lets everything through. */
export interface ListFilters<TName extends string> {
  values: Record<TName, readonly string[]>;
  isActive: boolean;
  set(name: TName, values: readonly string[]): void;
  /** Empties all, and takes other parts of the query out with them. */
  clear(...others: string[]): void;
}

/** Filters that are kept in the URL (`category=A&category=B`), so that they can be passed on and outlive a reload. */
export function useListFilters<TName extends string>(
  names: readonly TName[],
): ListFilters<TName> {
  const [query, setQuery] = useSearchParams();
  const { state } = useLocation();
  const values = Object.fromEntries(
    names.map(name => [name, query.getAll(name)]),
  ) as unknown as Record<TName, readonly string[]>;

  const write = (changes: [string, readonly string[]][]) =>
    setQuery(
      old => {
        const next = new URLSearchParams(old);
        for (const [name, chosen] of changes) {
          next.delete(name);
          chosen.forEach(value => next.append(name, value));
        }
        return next;
      },
      { replace: true, state },
    );

  return {
    values,
    isActive: names.some(name => values[name].length > 0),
    set: (name, chosen) => write([[name, chosen]]),
    clear: (...others) => write([...names, ...others].map(name => [name, []])),
  };
}
