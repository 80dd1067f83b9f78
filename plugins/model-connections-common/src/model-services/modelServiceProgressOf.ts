import { STOP_SERVICE } from './annotations';
import { InferenceService } from './InferenceService';
import { ModelServiceProgress, ModelServiceStep } from './ModelService';
import { modelServiceStatusOf } from './modelServiceStatusOf';

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
  metadata: { creationTimestamp?: string; deletionTimestamp?: string };
  status?: {
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}

type Outcome = Omit<ModelServiceStep, 'id'>;

/** Containers that bring the model into the pod: KServe's downloader and, for images, the one beside the server. */
const BRINGERS = /^(storage-initializer|modelcar-init|modelcar)$/;
const STARTING = ['PodInitializing', 'ContainerCreating'];

const ok: Outcome = { status: 'ok' };
const running: Outcome = { status: 'running' };
const waiting: Outcome = { status: 'waiting' };
const failed = (...words: (string | undefined)[]): Outcome => {
  const message = words.filter(Boolean).join(': ');
  return { status: 'failed', ...(message && { message }) };
};

function outcomeOf({ state, lastState, ready }: ContainerStatus): Outcome {
  if (state?.terminated) {
    const { exitCode, reason, message } = state.terminated;
    return exitCode === 0 ? ok : failed(reason, message);
  }
  if (ready) return ok;
  const last = lastState?.terminated;
  if (last && last.exitCode !== 0) {
    return failed(last.reason, last.message);
  }
  const { reason, message } = state?.waiting ?? {};
  if (state?.waiting) {
    return reason === undefined || STARTING.includes(reason)
      ? waiting
      : failed(reason, message);
  }
  return running;
}

/** The worst of several: what has failed, else what is not done. */
function together(outcomes: Outcome[]): Outcome {
  return (
    ['failed', 'running', 'waiting']
      .map(status => outcomes.find(outcome => outcome.status === status))
      .find(Boolean) ?? ok
  );
}

function newestOf(pods: readonly ProgressPod[]): ProgressPod | undefined {
  return pods
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .sort((a, b) =>
      (b.metadata.creationTimestamp ?? '').localeCompare(
        a.metadata.creationTimestamp ?? '',
      ),
    )[0];
}

/**
 * How far a service has come: taken by KServe, pods made, model brought, answering. Told by the newest pod, so during a
 * rollout by what is to come.
 *
 * @public
 */
export function modelServiceProgressOf(
  service: InferenceService,
  pods: readonly ProgressPod[],
): ModelServiceProgress {
  const status = modelServiceStatusOf(service);
  const pod = newestOf(pods);
  const steps = (
    admitted: Outcome,
    made: Outcome = waiting,
    download: Outcome = waiting,
    ready: Outcome = waiting,
  ): ModelServiceProgress => ({
    steps: [
      { id: 'admitted', ...admitted },
      { id: 'pods', ...made },
      { id: 'download', ...download },
      { id: 'ready', ...ready },
    ],
  });
  if (service.metadata.annotations?.[STOP_SERVICE] === 'true') {
    return steps(ok);
  }
  if (!pod) {
    if (status.ready) return steps(ok, ok, ok, ok);
    const { transitionStatus } = service.status?.modelStatus ?? {};
    const isRefused =
      transitionStatus === 'InvalidSpec' ||
      status.reason === 'ReconcileFailed' ||
      status.reason === 'InternalError';
    if (isRefused) return steps(failed(status.reason, status.message));
    return status.reason === 'FailedCreate'
      ? steps(ok, failed(status.reason, status.message))
      : steps(service.status?.conditions ? ok : running);
  }
  const { initContainerStatuses = [], containerStatuses = [] } =
    pod.status ?? {};
  const all = [...initContainerStatuses, ...containerStatuses];
  const bringers = all.filter(({ name }) => BRINGERS.test(name));
  const isReported = all.length > 0;
  const download = isReported ? together(bringers.map(outcomeOf)) : waiting;
  const servers = containerStatuses.filter(({ name }) => !BRINGERS.test(name));
  const serving = together(servers.map(outcomeOf));
  if (download.status !== 'ok') return steps(ok, ok, download);
  return steps(
    ok,
    ok,
    ok,
    serving.status === 'ok' && !status.ready ? running : serving,
  );
}
