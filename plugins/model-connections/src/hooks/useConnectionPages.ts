import {
  ConnectionSummary,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  isClusterSignInError,
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useReducer } from 'react';
import {
  connectionPagesReducer,
  startConnectionPages,
} from './connectionPagesReducer';

/** How many connections one request asks for. */
const PAGE_SIZE = 500;

/** The connections of a project as far as they are loaded, and what can be done about the rest. */
export interface ConnectionPages {
  rows: readonly ConnectionSummary[];
  /** `first`: nothing is there yet; `more`: further pages are on their way. */
  phase: 'first' | 'more' | 'done' | 'failed';
  error?: Error;
  isPaused: boolean;
  /** What is shown is about to be replaced, or could not be. */
  isReloading: boolean;
  setPaused(isPaused: boolean): void;
  /** Begins anew; the rows stay until the first new ones are there. */
  reload(): void;
  /** Goes on where it failed. */
  retry(): void;
  /** Takes out a row that was deleted. */
  remove(row: ConnectionSummary): void;
}

/**
 * Loads the connections of a project page by page, one request after the other. With another project the rows are
 * gone at once, and a late answer for the old one is dropped. An expired token (410) begins anew, once.
 */
export function useConnectionPages(
  project: ProjectRef | undefined,
): ConnectionPages {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project ?? {};
  const key = project ? `${cluster}/${namespace}` : '';
  const [held, dispatch] = useReducer(
    connectionPagesReducer,
    key,
    startConnectionPages,
  );
  const state = held.key === key ? held : startConnectionPages(key);
  const { phase, pageToken, isPaused } = state;

  useEffect(() => {
    if (held.key !== key) {
      dispatch({ type: 'start', key });
    }
  }, [held.key, key]);

  const isWanted =
    cluster !== undefined &&
    namespace !== undefined &&
    held.key === key &&
    !isPaused &&
    (phase === 'first' || phase === 'more');
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    let isStale = false;
    api
      .listConnections({ cluster, namespace, limit: PAGE_SIZE, pageToken })
      .then(
        page => !isStale && dispatch({ type: 'page', page }),
        error => !isStale && dispatch({ type: 'failed', error }),
      );
    return () => {
      isStale = true;
    };
  }, [api, isWanted, cluster, namespace, pageToken, held.step]);

  useOnClusterSignIn(() => {
    if (isClusterSignInError(state.error)) {
      dispatch({ type: 'retry' });
    }
  });

  return {
    rows: state.rows,
    phase,
    error: state.error,
    isPaused,
    isReloading: state.isRestarting,
    setPaused: paused => dispatch({ type: 'pause', isPaused: paused }),
    reload: () => dispatch({ type: 'reload' }),
    retry: () => dispatch({ type: 'retry' }),
    remove: row =>
      dispatch({ type: 'remove', namespace: row.namespace, name: row.name }),
  };
}
