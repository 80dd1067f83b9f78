import { STOP_SERVICE } from './annotations';
import { InferenceService } from './InferenceService';
import { ModelServiceStatus } from './ModelService';

/** In these states KServe's last failure is the present one; it keeps the last one for ever (seen on KServe 0.20). */
const FAILED = ['BlockedByFailedLoad', 'InvalidSpec'];

/**
 * How a service is, by its own status. Drift is not in it: see {@link driftOfService}.
 *
 * @public
 */
export function modelServiceStatusOf(
  service: InferenceService,
): ModelServiceStatus {
  const { conditions = [], modelStatus, url } = service.status ?? {};
  const condition = (type: string) =>
    conditions.find(candidate => candidate.type === type);
  const ready = condition('Ready');
  const isStopped = service.metadata.annotations?.[STOP_SERVICE] === 'true';
  // KServe has not taken notice yet that it is to be started again.
  const isToStart = !isStopped && condition('Stopped')?.status === 'True';
  const isReady = ready?.status === 'True' && !isStopped;
  const failure = FAILED.includes(modelStatus?.transitionStatus ?? '')
    ? modelStatus?.lastFailureInfo
    : undefined;
  const { reason, message } =
    isReady || isStopped || isToStart ? {} : failure ?? ready ?? {};
  return {
    ready: isReady,
    ...(isStopped && { stopped: true }),
    ...(reason && { reason }),
    ...(message && { message }),
    ...(url && { url }),
  };
}
