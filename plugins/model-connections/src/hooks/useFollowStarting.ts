import {
  modelServiceStateOf,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef, useState } from 'react';
import { ModelServicePages } from './useModelServicePages';

/** The first pause between two looks, in milliseconds; each one is longer than the last. */
const SHORTEST_PAUSE = 3000;
const LONGEST_PAUSE = 30_000;
const GROWTH = 1.5;
/** Longer lists are not asked for again and again. */
const MOST_ROWS = 200;
/** A sign-in or a right that is missing is not there the next time, either. */
const REFUSALS = [401, 403];

/**
 * Looks at a list again, without a word, while services in it are on their way and the page is in sight. What fails then is
 * told when the list is loaded again by hand; where the person may not see it any more, that ends it.
 */
export function useFollowStarting(
  project: ProjectRef,
  pages: ModelServicePages,
): void {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project;
  const latest = useRef(pages);
  const [signIns, setSignIns] = useState(0);
  useOnClusterSignIn(() => setSignIns(count => count + 1));
  useEffect(() => {
    latest.current = pages;
  });
  const isWanted =
    pages.phase === 'done' &&
    pages.rows.length <= MOST_ROWS &&
    pages.rows.some(({ status }) => modelServiceStateOf(status) === 'starting');
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    let pause = SHORTEST_PAUSE;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      if (!document.hidden) {
        const { changes } = latest.current;
        try {
          const page = await api.listModelServices({ cluster, namespace });
          if (isStale) return;
          latest.current.refresh(page, changes);
        } catch (error) {
          // The rows stay as they are.
          const status = errorStatus(error as Error);
          if (status !== undefined && REFUSALS.includes(status)) return;
        }
      }
      pause = Math.min(pause * GROWTH, LONGEST_PAUSE);
      if (!isStale) timer = setTimeout(look, pause);
    };
    timer = setTimeout(look, pause);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [api, cluster, namespace, isWanted, signIns]);
}
