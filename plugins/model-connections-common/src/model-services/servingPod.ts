import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { ModelServiceStep } from './ModelService';

interface ContainerStatus {
  name: string;
  ready?: boolean;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: object;
  terminated?: { exitCode: number; reason?: string; message?: string };
}

/**
 * What is read of a pod to tell how far a service has come. Never the variables of its containers, which may hold
 * credentials as they are.
 *
 * @public
 */
export interface ProgressPod {
  metadata: Pick<
    KubernetesMetadata,
    'creationTimestamp' | 'labels' | 'annotations'
  > & { deletionTimestamp?: string };
  status?: {
    phase?: string;
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}

/** How far a part of a pod is; of a failure, why in Kubernetes' words. */
export interface PodOutcome {
  status: ModelServiceStep['status'];
  reason?: string;
  message?: string;
}

/** Containers that bring the model into the pod: KServe's downloader and, for images, the one beside the server. */
const BRINGERS = /^(storage-initializer|modelcar-init|modelcar)$/;
const STARTING = ['PodInitializing', 'ContainerCreating'];

function outcomeOf({ state, lastState, ready }: ContainerStatus): PodOutcome {
  if (state?.terminated) {
    const { exitCode, reason, message } = state.terminated;
    return exitCode === 0
      ? { status: 'ok' }
      : { status: 'failed', reason, message };
  }
  if (ready) return { status: 'ok' };
  const last = lastState?.terminated;
  if (last && last.exitCode !== 0) {
    return { status: 'failed', reason: last.reason, message: last.message };
  }
  const { reason, message } = state?.waiting ?? {};
  if (state?.waiting) {
    return reason === undefined || STARTING.includes(reason)
      ? { status: 'waiting' }
      : { status: 'failed', reason, message };
  }
  return { status: 'running' };
}

/** The worst of several: what has failed, else what is not done. */
function together(outcomes: PodOutcome[]): PodOutcome {
  return (
    ['failed', 'running', 'waiting']
      .map(status => outcomes.find(outcome => outcome.status === status))
      .find(Boolean) ?? { status: 'ok' }
  );
}

/** Of pods that have ended: evicted ones stay until somebody takes them away. */
const ENDED = ['Failed', 'Succeeded'];

/** The pods that are neither at their end nor on their way out, the newest first. */
export function livePodsOf<T extends ProgressPod>(pods: readonly T[]): T[] {
  return pods
    .filter(
      ({ metadata, status }) =>
        metadata.deletionTimestamp === undefined &&
        !ENDED.includes(status?.phase ?? ''),
    )
    .sort((a, b) =>
      (b.metadata.creationTimestamp ?? '').localeCompare(
        a.metadata.creationTimestamp ?? '',
      ),
    );
}

/** How far a pod is with bringing the model, and with serving it. */
export function podOutcomesOf({ status }: ProgressPod): {
  download: PodOutcome;
  serving: PodOutcome;
} {
  const { initContainerStatuses = [], containerStatuses = [] } = status ?? {};
  const all = [...initContainerStatuses, ...containerStatuses];
  const bringers = all.filter(({ name }) => BRINGERS.test(name));
  const servers = containerStatuses.filter(({ name }) => !BRINGERS.test(name));
  return {
    download:
      all.length > 0
        ? together(bringers.map(outcomeOf))
        : { status: 'waiting' },
    serving: together(servers.map(outcomeOf)),
  };
}

/** What keeps the newest pod from serving, such as `ImagePullBackOff`: KServe does not tell all of it. */
export function podFailureOf(
  pods: readonly ProgressPod[],
): PodOutcome | undefined {
  const [newest] = livePodsOf(pods);
  if (!newest) return undefined;
  const { download, serving } = podOutcomesOf(newest);
  return [download, serving].find(({ status }) => status === 'failed');
}
