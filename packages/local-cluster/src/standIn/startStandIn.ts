import { setTimeout } from 'node:timers/promises';
import { applyManifests } from '../client/applyManifests';
import { LocalCluster } from '../LocalCluster';
import { KServeStandIn } from './KServeStandIn';
import { NodeStandIn } from './NodeStandIn';
import { standInRuntimes } from './standInRuntimes';

/** What is played on a cluster, and how fast. */
export interface StandInOptions {
  request: LocalCluster['request'];
  /** KServe's controller: not where the real one works. */
  kserve: boolean;
  /** The nodes; without them the pods stay as somebody else reports them. */
  nodes: boolean;
  /** Between two looks at the services, in milliseconds. */
  lookMilliseconds?: number;
  /** How long each step of a pod takes, in milliseconds. */
  stepMilliseconds?: number;
}

/** Does something again and again, until it is told to stop. */
function repeat(work: () => Promise<void>, pause: number): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    while (!signal.aborted) {
      await work().catch(() => {
        // The cluster does not answer just now, or never again.
      });
      await setTimeout(pause, undefined, { signal }).catch(() => {
        // It is to stop.
      });
    }
  };
  const done = loop();
  return async () => {
    stopping.abort();
    await done;
  };
}

/**
 * Plays KServe's controller and the nodes on a local cluster, so that a
 * deployed model is seen to become ready, or to fail.
 *
 * @returns what ends it
 */
export async function startStandIn(
  options: StandInOptions,
): Promise<() => Promise<void>> {
  const { request, lookMilliseconds = 300, stepMilliseconds = 1500 } = options;
  const stops: (() => Promise<void>)[] = [];
  if (options.kserve) {
    await applyManifests(request, standInRuntimes);
    const controller = new KServeStandIn(request);
    stops.push(repeat(() => controller.reconcile(), lookMilliseconds));
  }
  if (options.nodes) {
    const nodes = new NodeStandIn(request);
    stops.push(repeat(() => nodes.step(), stepMilliseconds));
  }
  return async () => {
    await Promise.all(stops.map(stop => stop()));
  };
}
