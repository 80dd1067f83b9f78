import {
  AppliedDependent,
  ConnectionRef,
  Dependent,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef, useState } from 'react';
import { dependentKey, isService } from './dependentKey';

/** How often a rollout is looked at, in milliseconds. */
const POLL_MILLISECONDS = 2000;
/** So many looks in a row may fail before it is given up. */
const MOST_FAILURES = 5;

/** How far the services are. `stopped`: the rollouts go on, only nobody looks any more. */
export type ApplyPhase = 'idle' | 'applying' | 'following' | 'stopped' | 'done';

/** What became of a service: what was done, and whether it has caught up. */
export interface ApplyResult extends AppliedDependent {
  isCurrent?: boolean;
}

const wasApplied = ({ applied }: AppliedDependent) =>
  applied === 'restarted' || applied === 'redeployed';

/** Whether a service has what the connection gives now, and serves with it. */
const hasCaughtUp = (dependent: Dependent | undefined) =>
  // One that is gone has nothing to catch up with.
  !dependent || (dependent.drift === undefined && dependent.ready === true);

/** Applies a connection to what has fallen behind, in one call, and follows the rollouts until all have caught up. */
export function useApplyToDependents(ref: ConnectionRef) {
  const api = useModelConnectionsApi();
  const [phase, setPhase] = useState<ApplyPhase>('idle');
  const [results, setResults] = useState<readonly ApplyResult[]>([]);
  const [dependents, setDependents] = useState<
    readonly Dependent[] | undefined
  >();
  const [isUnknown, setUnknown] = useState(false);
  const [error, setError] = useState<Error | undefined>();
  const failures = useRef(0);
  const [looks, setLooks] = useState(0);
  const { cluster, namespace, name } = ref;

  useEffect(() => {
    if (phase !== 'following') return undefined;
    let isStale = false;
    const look = async () => {
      try {
        const { items, driftUnknown } = await api.listConnectionDependents({
          cluster,
          namespace,
          name,
        });
        if (isStale) return;
        failures.current = 0;
        setError(undefined);
        setDependents(items);
        if (driftUnknown) {
          setUnknown(true);
          setPhase('stopped');
          return;
        }
        const byKey = new Map(items.map(item => [dependentKey(item), item]));
        const next = results.map(result => ({
          ...result,
          isCurrent:
            wasApplied(result) && hasCaughtUp(byKey.get(dependentKey(result))),
        }));
        setResults(next);
        if (next.every(one => one.isCurrent || !wasApplied(one))) {
          setPhase('done');
        }
      } catch (e) {
        if (isStale) return;
        failures.current += 1;
        setError(e as Error);
        if (failures.current >= MOST_FAILURES) {
          setPhase('stopped');
          return;
        }
      }
      setLooks(count => count + 1);
    };
    const timer = setTimeout(look, looks === 0 ? 0 : POLL_MILLISECONDS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [phase, looks, results, api, cluster, namespace, name]);

  return {
    phase,
    /** One per service, once there is an answer. */
    results,
    /** As last seen while following. */
    dependents,
    error,
    /** The pods may not be seen: nobody knows what has caught up. */
    isUnknown,
    async apply(items: readonly Dependent[]) {
      setPhase('applying');
      setError(undefined);
      setResults([]);
      failures.current = 0;
      setLooks(0);
      try {
        const answer = await api.applyConnectionToDependents({
          cluster,
          namespace,
          name,
          dependents: items
            .filter(isService)
            .map(item => ({ kind: item.kind, name: item.name })),
        });
        setResults(answer.items);
        setPhase(answer.items.some(wasApplied) ? 'following' : 'done');
      } catch (e) {
        setError(e as Error);
        // It may have been done in part; what was made anew is not to be made anew once more.
        const seen = await api
          .listConnectionDependents({ cluster, namespace, name })
          .catch(() => undefined);
        if (seen) setDependents(seen.items);
        setPhase('idle');
      }
    },
    stop: () => setPhase('stopped'),
    follow() {
      failures.current = 0;
      setLooks(0);
      setPhase('following');
    },
  };
}
