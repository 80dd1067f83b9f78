import {
  modelServiceStateOf,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef } from 'react';
import { ModelServicePages } from './useModelServicePages';

/** The first pause between two looks, in milliseconds; each one is longer than the last. */
const SHORTEST_PAUSE = 3000;
const LONGEST_PAUSE = 30_000;
const GROWTH = 1.5;
/** Longer lists are not asked for again and again. */
const MOST_ROWS = 200;

/**
 * Looks at a list again, without a word, while services in it are on their way and the page is in sight. What fails then is
 * told when the list is loaded again by hand.
 */
export function useFollowStarting(
  project: ProjectRef,
  pages: ModelServicePages,
): void {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project;
  const latest = useRef(pages);
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
        try {
          const { items } = await api.listModelServices({ cluster, namespace });
          if (isStale) return;
          items.forEach(latest.current.put);
        } catch {
          // The rows stay as they are.
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
  }, [api, cluster, namespace, isWanted]);
}
