import {
  ModelService,
  ModelServiceKind,
  ModelServiceRef,
  modelServiceStateOf,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  isClusterSignInError,
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { rolloutStateOf } from '../model-services/rolloutStateOf';

/** The first pause between two looks at a service that is on its way, in milliseconds; each one is longer than the last. */
const SHORTEST_PAUSE = 1500;
/** The longest one while it is on its way, and the one once nothing is expected to change. */
const LONGEST_PAUSE = 15_000;
const SETTLED_PAUSE = 30_000;
const GROWTH = 1.4;
/** So long after something was done to it, it is looked at often, whatever it says: the cluster may not have begun yet. */
const ATTENTION = 60_000;
/** The longest pause meanwhile. */
const ATTENTIVE_PAUSE = 5000;

/** What asking again by itself does not mend: a sign-in or a right that is missing, and a service that is gone. */
const LASTING_ERRORS = [401, 403, 404];

/** A service as it was last seen. */
export interface PolledModelService {
  service?: ModelService;
  /** When it was seen, in milliseconds since 1970. */
  seenAt?: number;
  /** The last look failed; the service is as it was before that. */
  error?: Error;
  /** Looks at once, and from then on often. */
  look(): void;
  /** Shows it as an action has left it, and looks often from then on. */
  put(service: ModelService): void;
}

/** Whether nothing is expected to change by itself: no rollout goes on, either. */
function isSettled(service: ModelService): boolean {
  const state = modelServiceStateOf(service.status);
  const isAtRest = !service.status.drift && !rolloutStateOf(service);
  return state === 'stopped' || (state === 'ready' && isAtRest);
}

/** What it had come to does not hold any more once something was done to it. */
const anew = (progress: ModelService['progress']): ModelService['progress'] =>
  progress && {
    steps: progress.steps.map(({ id }, index) => ({
      id,
      status: index === 0 ? 'running' : 'waiting',
    })),
  };

/** Whether something that matters differs, so that the looks are to be frequent again. */
const fingerprint = ({ status, progress }: ModelService) =>
  JSON.stringify([status, progress]);

/**
 * Follows one service by one route: often while it is on its way and for a minute after one came to it or something was done
 * to it, ever less often while nothing happens, not at all while the page is out of sight. Nothing is asked without a service.
 */
export function useModelServicePolling(
  ref: ModelServiceRef & { kind?: ModelServiceKind },
): PolledModelService {
  const api = useModelConnectionsApi();
  const { cluster, namespace, name, kind } = ref;
  const [seen, setSeen] = useState<
    Pick<PolledModelService, 'service' | 'seenAt' | 'error'>
  >({});
  const [looks, setLooks] = useState(0);
  const [isVisible, setVisible] = useState(!document.hidden);
  const pause = useRef(SHORTEST_PAUSE);
  const last = useRef('');
  const hasSeen = useRef(false);
  // One may have come from a form that has just saved it.
  const attentiveUntil = useRef(Date.now() + ATTENTION);

  useEffect(() => {
    const onChange = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);

  useEffect(() => {
    if (!isVisible) return undefined;
    let isStale = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const service = await api.getModelService({
          cluster,
          namespace,
          name,
          kind,
        });
        if (isStale) return;
        const print = fingerprint(service);
        pause.current =
          print === last.current
            ? Math.min(pause.current * GROWTH, LONGEST_PAUSE)
            : SHORTEST_PAUSE;
        last.current = print;
        hasSeen.current = true;
        setSeen({ service, seenAt: Date.now() });
        let wait = isSettled(service) ? SETTLED_PAUSE : pause.current;
        if (Date.now() < attentiveUntil.current) {
          wait = Math.min(pause.current, ATTENTIVE_PAUSE);
        }
        timer = setTimeout(ask, wait);
      } catch (error) {
        if (isStale) return;
        pause.current = Math.min(pause.current * 2, LONGEST_PAUSE);
        setSeen(old => ({ ...old, error: error as Error }));
        // What was never seen is asked for again only by hand, too.
        const status = errorStatus(error as Error);
        const isLasting =
          status !== undefined && LASTING_ERRORS.includes(status);
        if (hasSeen.current && !isLasting) {
          timer = setTimeout(ask, pause.current);
        }
      }
    };
    ask();
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [api, cluster, namespace, name, kind, isVisible, looks]);

  const look = useCallback(() => {
    pause.current = SHORTEST_PAUSE;
    attentiveUntil.current = Date.now() + ATTENTION;
    setLooks(count => count + 1);
  }, []);
  useOnClusterSignIn(() => {
    if (isClusterSignInError(seen.error)) look();
  });
  return {
    ...seen,
    look,
    put: service => {
      setSeen(old => ({
        ...old,
        service: { ...service, progress: anew(old.service?.progress) },
      }));
      look();
    },
  };
}
