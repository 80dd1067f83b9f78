import {
  isClusterSignInError,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useReducer, useRef } from 'react';
import {
  ListedObject,
  ListPage,
  listPagesReducer,
  ListPagesAction,
  ListPagesState,
  startListPages,
} from './listPagesReducer';

/** The rows of a project as far as they are loaded, and what can be done about the rest. */
export interface ListPages<T = unknown> {
  rows: readonly T[];
  /** `first`: nothing is there yet; `more`: further pages are on their way. */
  phase: 'first' | 'more' | 'done' | 'failed';
  error?: Error;
  /** Why rows, or parts of them, may be missing. */
  partial?: string;
  isPaused: boolean;
  /** What is shown is about to be replaced, or could not be. */
  isReloading: boolean;
  setPaused(isPaused: boolean): void;
  /** Begins anew; the rows stay until the first new ones are there. */
  reload(): void;
  /** Goes on where it failed. */
  retry(): void;
  /** Shows a row as it is now. */
  put(row: T): void;
  /** Takes out a row that was deleted. */
  remove(row: ListedObject): void;
  /** Counts what `put` and `remove` have done. */
  changes: number;
  /**
   * Shows a list that was asked for in between. Where it is all of it, what is not in it goes; it is dropped where rows were
   * changed after it was asked for, when `changes` was `since`.
   */
  refresh(page: ListPage<T>, since: number): void;
}

/**
 * Loads a list page by page, one request after the other. With another key the rows are gone at once, and a late answer for
 * the old one is dropped; without one nothing is asked. An expired token (410) begins anew, once.
 */
export function useListPages<T extends ListedObject>(
  key: string | undefined,
  load: (pageToken: string | undefined) => Promise<ListPage<T>>,
): ListPages<T> {
  const wanted = key ?? '';
  const [held, dispatch] = useReducer<
    (state: ListPagesState<T>, action: ListPagesAction<T>) => ListPagesState<T>,
    string
  >(listPagesReducer, wanted, startListPages);
  const state = held.key === wanted ? held : startListPages<T>(wanted);
  const { phase, pageToken, isPaused } = state;

  useEffect(() => {
    if (held.key !== wanted) {
      dispatch({ type: 'start', key: wanted });
    }
  }, [held.key, wanted]);

  // A new function in each render; the key says when it means something else.
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });
  const isWanted =
    key !== undefined &&
    held.key === wanted &&
    !isPaused &&
    (phase === 'first' || phase === 'more');
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    let isStale = false;
    loader.current(pageToken).then(
      page => !isStale && dispatch({ type: 'page', page }),
      error => !isStale && dispatch({ type: 'failed', error }),
    );
    return () => {
      isStale = true;
    };
  }, [isWanted, wanted, pageToken, held.step]);

  useOnClusterSignIn(() => {
    if (isClusterSignInError(state.error)) {
      dispatch({ type: 'retry' });
    }
  });

  return {
    rows: state.rows,
    phase,
    error: state.error,
    partial: state.partial,
    isPaused,
    isReloading: state.isRestarting,
    setPaused: paused => dispatch({ type: 'pause', isPaused: paused }),
    reload: () => dispatch({ type: 'reload' }),
    retry: () => dispatch({ type: 'retry' }),
    put: row => dispatch({ type: 'put', row }),
    remove: row => dispatch({ type: 'remove', row }),
    changes: state.changes,
    refresh: (page, since) => dispatch({ type: 'refresh', page, since }),
  };
}
