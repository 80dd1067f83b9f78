import { SortingState } from '@tanstack/react-table';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

const DEFAULT_SORT = 'name';
/** The URL follows the search once nothing was typed for so long: the whole portal is drawn anew with it. */
const PAUSE_MILLISECONDS = 300;

/**
 * Search and sort of a list, kept in the URL (`q`, `sort`), so that they can be passed on and outlive a reload.
 * `sort=-age` is descending.
 */
export function useListQuery() {
  const [query, setQuery] = useSearchParams();
  const { state } = useLocation();
  const [search, setSearch] = useState(query.get('q') ?? '');
  const [sort, setSort] = useState(query.get('sort') || DEFAULT_SORT);

  const keep = (name: string, value: string) =>
    setQuery(
      old => {
        const next = new URLSearchParams(old);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, state },
    );

  // A pause later the URL may be another one.
  const keepLater = useRef(keep);
  useEffect(() => {
    keepLater.current = keep;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const sorting: SortingState = [
    { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') },
  ];
  return {
    search,
    setSearch(text: string) {
      setSearch(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => keepLater.current('q', text.trim()),
        PAUSE_MILLISECONDS,
      );
    },
    sorting,
    setSorting([first]: SortingState) {
      const next = first ? `${first.desc ? '-' : ''}${first.id}` : DEFAULT_SORT;
      setSort(next);
      keep('sort', next === DEFAULT_SORT ? '' : next);
    },
  };
}
