import { RESTARTED_AT } from './annotations';
import { InferenceService } from './InferenceService';
import { predictorModelOf } from './predictorModel';
import { livePodsOf, ProgressPod } from './servingPod';

/** So long after a write KServe may not have taken it up yet, in milliseconds. */
const GRACE = 10_000;
/** By this annotation of a pod KServe's webhook knows what to bring. */
const SOURCE = 'internal.serving.kserve.io/storage-initializer-sourceuri';
/** Kubernetes' own label: pods of one template have the same. */
const TEMPLATE = 'pod-template-hash';

const secondOf = (time: string) => Math.floor(Date.parse(time) / 1000);

/** When somebody last wrote the service itself, in seconds; what KServe reports of it does not count. */
function lastWriteOf({ metadata }: InferenceService): number | undefined {
  const times = (metadata.managedFields ?? []).flatMap(
    ({ subresource, time }) =>
      subresource === undefined && time !== undefined ? [secondOf(time)] : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Whether a pod was made before the last restart, or for another place of the model. */
function isOutdated(
  { spec }: InferenceService,
  { metadata: { annotations = {} } }: ProgressPod,
): boolean {
  const restartedAt = spec?.predictor?.annotations?.[RESTARTED_AT];
  const uri = predictorModelOf(spec?.predictor)?.model?.storageUri;
  const source = annotations[SOURCE];
  return (
    (restartedAt !== undefined && annotations[RESTARTED_AT] !== restartedAt) ||
    (uri !== undefined && source !== undefined && source !== uri)
  );
}

/**
 * How far the last change of a service that has pods is: `taking` until there is a pod for it, `replacing` while pods of an
 * earlier template answer beside the new ones, `done` after that. The `observedGeneration` of a service does not tell, as
 * KServe copies that of the Deployment; so a change that leaves no mark on pods counts as taken some seconds later.
 *
 * @param now - in milliseconds since 1970
 */
export function rolloutOf(
  service: InferenceService,
  pods: readonly ProgressPod[],
  now: number,
): 'taking' | 'replacing' | 'done' {
  const live = livePodsOf(pods);
  const [newest] = live;
  if (!newest) return 'done';
  const written = lastWriteOf(service);
  const { creationTimestamp } = newest.metadata;
  const isFresh =
    written !== undefined &&
    creationTimestamp !== undefined &&
    secondOf(creationTimestamp) < written &&
    now < written * 1000 + GRACE;
  if (isFresh || isOutdated(service, newest)) return 'taking';
  const { canaryTrafficPercent, workerSpec } = service.spec?.predictor ?? {};
  // These keep pods of several templates for good.
  if (canaryTrafficPercent !== undefined || workerSpec !== undefined) {
    return 'done';
  }
  const templates = new Set(
    live.map(({ metadata }) => metadata.labels?.[TEMPLATE]),
  );
  return templates.size > 1 ? 'replacing' : 'done';
}
