import {
  ConnectionList,
  ConnectionSummary,
} from '@mooring/backstage-plugin-model-connections-common';
import { errorStatus } from '@mooring/backstage-plugin-model-connections-react';

/** A list that arrives page by page. */
export interface ConnectionPagesState {
  /** Which project it belongs to. */
  key: string;
  rows: ConnectionSummary[];
  phase: 'first' | 'more' | 'done' | 'failed';
  error?: Error;
  pageToken?: string;
  isPaused: boolean;
  /** A token expired, and the list was begun anew; this happens once. */
  hasRestarted: boolean;
  /** The next page replaces the rows instead of following them. */
  isRestarting: boolean;
  /** Changes whenever something is to be asked. */
  step: number;
}

/** What can happen to such a list. */
export type ConnectionPagesAction =
  | { type: 'start'; key: string }
  | { type: 'reload' }
  | { type: 'page'; page: ConnectionList }
  | { type: 'failed'; error: Error }
  | { type: 'retry' }
  | { type: 'pause'; isPaused: boolean }
  | { type: 'remove'; namespace: string; name: string };

/** The beginning of a project's list. */
export function startConnectionPages(key: string): ConnectionPagesState {
  return {
    key,
    rows: [],
    phase: 'first',
    isPaused: false,
    hasRestarted: false,
    isRestarting: false,
    step: 0,
  };
}

/** The reducer behind {@link useConnectionPages}. */
export function connectionPagesReducer(
  state: ConnectionPagesState,
  action: ConnectionPagesAction,
): ConnectionPagesState {
  switch (action.type) {
    case 'start':
      return { ...startConnectionPages(action.key), step: state.step + 1 };
    case 'reload':
      // The rows stay until there are others: the answer may be that there is none.
      return {
        ...startConnectionPages(state.key),
        rows: state.rows,
        phase: state.rows.length > 0 ? 'more' : 'first',
        isRestarting: true,
        step: state.step + 1,
      };
    case 'page': {
      const { items, nextPageToken } = action.page;
      return {
        ...state,
        rows: state.isRestarting ? items : [...state.rows, ...items],
        phase: nextPageToken ? 'more' : 'done',
        pageToken: nextPageToken,
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
    case 'remove':
      return {
        ...state,
        rows: state.rows.filter(
          row => row.namespace !== action.namespace || row.name !== action.name,
        ),
      };
    default:
      return state;
  }
}
