import { errorStatus } from '@mooring/backstage-plugin-model-connections-react';

/** What can stand in a list that arrives page by page. */
export interface ListedObject {
  namespace: string;
  name: string;
  /** Tells two apart where one list holds several kinds. */
  kind?: string;
}

/** One page of such a list. */
export interface ListPage<T> {
  items: T[];
  nextPageToken?: string;
  /** Why something may be missing. */
  partial?: string;
}

/** A list that arrives page by page. */
export interface ListPagesState<T> {
  /** Which project it belongs to. */
  key: string;
  rows: T[];
  phase: 'first' | 'more' | 'done' | 'failed';
  error?: Error;
  pageToken?: string;
  partial?: string;
  isPaused: boolean;
  /** A token expired, and the list was begun anew; this happens once. */
  hasRestarted: boolean;
  /** The next page replaces the rows instead of following them. */
  isRestarting: boolean;
  /** Changes whenever something is to be asked. */
  step: number;
  /** Counts what was done to single rows, so that an answer from before is known. */
  changes: number;
}

/** What can happen to such a list. */
export type ListPagesAction<T> =
  | { type: 'start'; key: string }
  | { type: 'reload' }
  | { type: 'page'; page: ListPage<T> }
  | { type: 'failed'; error: Error }
  | { type: 'retry' }
  | { type: 'pause'; isPaused: boolean }
  | { type: 'put'; row: T }
  | { type: 'refresh'; page: ListPage<T>; since: number }
  | { type: 'remove'; row: ListedObject };

/** The beginning of a project's list. */
export function startListPages<T>(key: string): ListPagesState<T> {
  return {
    key,
    rows: [],
    phase: 'first',
    isPaused: false,
    hasRestarted: false,
    isRestarting: false,
    step: 0,
    changes: 0,
  };
}

const isSame = (one: ListedObject, other: ListedObject) =>
  one.namespace === other.namespace &&
  one.name === other.name &&
  one.kind === other.kind;

/** The reducer behind {@link useListPages}. */
export function listPagesReducer<T extends ListedObject>(
  state: ListPagesState<T>,
  action: ListPagesAction<T>,
): ListPagesState<T> {
  switch (action.type) {
    case 'start':
      return { ...startListPages<T>(action.key), step: state.step + 1 };
    case 'reload':
      // The rows stay until there are others: the answer may be that there is none.
      return {
        ...startListPages<T>(state.key),
        changes: state.changes,
        rows: state.rows,
        phase: state.rows.length > 0 ? 'more' : 'first',
        isRestarting: true,
        step: state.step + 1,
      };
    case 'page': {
      const { items, nextPageToken, partial } = action.page;
      return {
        ...state,
        rows: state.isRestarting ? items : [...state.rows, ...items],
        phase: nextPageToken ? 'more' : 'done',
        pageToken: nextPageToken,
        partial: partial ?? (state.isRestarting ? undefined : state.partial),
        isRestarting: false,
        step: state.step + 1,
      };
    }
    case 'failed':
      if (errorStatus(action.error) === 410 && !state.hasRestarted) {
        return {
          ...state,
          pageToken: undefined,
          hasRestarted: true,
          isRestarting: true,
          step: state.step + 1,
        };
      }
      return { ...state, phase: 'failed', error: action.error };
    case 'retry':
      return {
        ...state,
        phase: state.rows.length > 0 ? 'more' : 'first',
        error: undefined,
        step: state.step + 1,
      };
    case 'pause':
      return { ...state, isPaused: action.isPaused };
    case 'put':
      return {
        ...state,
        changes: state.changes + 1,
        rows: state.rows.map(row =>
          isSame(row, action.row) ? action.row : row,
        ),
      };
    case 'refresh': {
      const { items, nextPageToken, partial } = action.page;
      if (action.since !== state.changes) return state;
      const isComplete = !nextPageToken && partial === state.partial;
      return {
        ...state,
        rows: isComplete
          ? items
          : state.rows.map(row => items.find(item => isSame(row, item)) ?? row),
      };
    }
    case 'remove':
      return {
        ...state,
        changes: state.changes + 1,
        rows: state.rows.filter(row => !isSame(row, action.row)),
      };
    default:
      return state;
  }
}
