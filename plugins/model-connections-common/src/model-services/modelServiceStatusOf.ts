import { STOP_SERVICE } from './annotations';
import { InferenceService } from './InferenceService';
import { ModelServiceStatus } from './ModelService';
import { modelServiceStateOf } from './modelServiceStateOf';
import { podFailureOf, ProgressPod } from './servingPod';

/** In these states KServe's last failure is the present one; it keeps the last one for ever (seen on KServe 0.20). */
const FAILED = ['BlockedByFailedLoad', 'InvalidSpec'];

/** Why a service that should answer does not. */
type Trouble = Pick<ModelServiceStatus, 'reason' | 'message'>;

/** What KServe says of it. A condition that is not known yet is no trouble, whatever reason it gives meanwhile. */
function troubleOf({ status }: InferenceService): Trouble {
  const { conditions = [], modelStatus } = status ?? {};
  const { transitionStatus = '', lastFailureInfo } = modelStatus ?? {};
  const ready = conditions.find(({ type }) => type === 'Ready');
  if (FAILED.includes(transitionStatus)) {
    return (
      lastFailureInfo ?? {
        reason: ready?.reason ?? transitionStatus,
        message: ready?.message,
      }
    );
  }
  return ready?.status === 'Unknown' ? {} : ready ?? {};
}

/**
 * How a service is, by its own status and, where they are known, its pods: KServe takes one whose image cannot be pulled for
 * one that is on its way. Drift is not in it: see {@link driftOfService}.
 *
 * @public
 */
export function modelServiceStatusOf(
  service: InferenceService,
  pods: readonly ProgressPod[] = [],
): ModelServiceStatus {
  const { conditions = [], url } = service.status ?? {};
  const condition = (type: string) =>
    conditions.find(candidate => candidate.type === type);
  const isStopped = service.metadata.annotations?.[STOP_SERVICE] === 'true';
  // KServe has not taken notice yet that it is to be started again.
  const isToStart = !isStopped && condition('Stopped')?.status === 'True';
  const isReady = condition('Ready')?.status === 'True' && !isStopped;
  const told: Trouble =
    isReady || isStopped || isToStart ? {} : troubleOf(service);
  const base = { ready: isReady, ...(isStopped && { stopped: true }) };
  const isStarting =
    modelServiceStateOf({ ...base, reason: told.reason }) === 'starting';
  const { reason, message } =
    (isStarting ? podFailureOf(pods) : undefined) ?? told;
  return {
    ...base,
    ...(reason && { reason }),
    ...(message && { message }),
    ...(url && { url }),
  };
}
