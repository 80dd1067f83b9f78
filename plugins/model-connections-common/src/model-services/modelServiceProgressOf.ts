import { STOP_SERVICE } from './annotations';
import { InferenceService } from './InferenceService';
import { ModelServiceProgress, ModelServiceStep } from './ModelService';
import { modelServiceStatusOf } from './modelServiceStatusOf';
import { rolloutOf } from './rolloutOf';
import {
  livePodsOf,
  PodOutcome,
  podOutcomesOf,
  ProgressPod,
} from './servingPod';

type Outcome = Omit<ModelServiceStep, 'id'>;

const ok: Outcome = { status: 'ok' };
const running: Outcome = { status: 'running' };
const waiting: Outcome = { status: 'waiting' };
const failed = (...words: (string | undefined)[]): Outcome => {
  const message = words.filter(Boolean).join(': ');
  return { status: 'failed', ...(message && { message }) };
};
const told = ({ status, reason, message }: PodOutcome): Outcome =>
  status === 'failed' ? failed(reason, message) : { status };

/**
 * How far a service has come: taken by KServe, pods made, model brought, answering. Told by the newest pod, so during a
 * rollout by what is to come; all is done only once no pod of an earlier template is left.
 *
 * @param now - in milliseconds since 1970
 * @public
 */
export function modelServiceProgressOf(
  service: InferenceService,
  pods: readonly ProgressPod[],
  now: number = Date.now(),
): ModelServiceProgress {
  const status = modelServiceStatusOf(service);
  const [pod] = livePodsOf(pods);
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
  const rollout = rolloutOf(service, pods, now);
  if (rollout === 'taking') return steps(running);
  const outcomes = podOutcomesOf(pod);
  if (outcomes.download.status !== 'ok') {
    return steps(ok, ok, told(outcomes.download));
  }
  const serving = told(outcomes.serving);
  const isDone = status.ready && rollout === 'done';
  return steps(
    ok,
    ok,
    ok,
    serving.status === 'ok' && !isDone ? running : serving,
  );
}
