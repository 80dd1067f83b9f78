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

/** The first pause between two looks at a service that is on its way, in milliseconds; each one is longer than the last. */
const SHORTEST_PAUSE = 1500;
/** The longest one while it is on its way, and the one once nothing is expected to change. */
const LONGEST_PAUSE = 15_000;
const SETTLED_PAUSE = 30_000;
const GROWTH = 1.4;

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

/** Whether nothing is expected to change by itself. */
function isSettled({ status }: ModelService): boolean {
  const state = modelServiceStateOf(status);
  return (state === 'ready' && !status.drift) || state === 'stopped';
}

/** Whether something that matters differs, so that the looks are to be frequent again. */
const fingerprint = ({ status, progress }: ModelService) =>
  JSON.stringify([status, progress]);

/**
 * Follows one service by one route: often while it is on its way, ever less often while nothing happens, not at all while
 * the page is out of sight. Nothing is asked without a service.
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
  const isFirst = useRef(true);

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
        setSeen({ service, seenAt: Date.now() });
        timer = setTimeout(
          ask,
          isSettled(service) ? SETTLED_PAUSE : pause.current,
        );
      } catch (error) {
        if (isStale) return;
        pause.current = Math.min(pause.current * 2, LONGEST_PAUSE);
        setSeen(old => ({ ...old, error: error as Error }));
        // What was never seen, or is gone, is asked for again only by hand.
        if (!isFirst.current && errorStatus(error as Error) !== 404) {
          timer = setTimeout(ask, pause.current);
        }
      } finally {
        isFirst.current = false;
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
        service: { ...service, progress: old.service?.progress },
      }));
      look();
    },
  };
}
