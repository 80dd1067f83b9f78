import { ModelServiceDrift } from './ModelService';

/**
 * What is known of a service and its connection to tell whether it has fallen behind.
 *
 * @public
 */
export interface DriftFacts {
  /** The location that the service has. */
  storageUri?: string;
  /** The location that its connection gives for the same path, where that is known. */
  expectedUri?: string;
  /** What its connection names, such as `s3://models`, where only that is known. */
  base?: string;
  /** When the connection's content last changed, ISO 8601. */
  contentChangedAt?: string;
  pods: readonly {
    creationTimestamp?: string;
    deletionTimestamp?: string;
    /** Whether it has other settings than the connection gives, where that was looked at. */
    hasStaleSettings?: boolean;
  }[];
}

const wholeSeconds = (time: string) => Math.floor(Date.parse(time) / 1000);

/**
 * Whether a service has fallen behind its connection. `redeploy` includes a restart. Pods on their way out do not count;
 * one made in the second of the change has the new content, as Kubernetes' times are whole seconds.
 *
 * @public
 */
export function driftOfService(
  facts: DriftFacts,
): ModelServiceDrift | undefined {
  const { storageUri, expectedUri, base, contentChangedAt } = facts;
  if (storageUri !== undefined) {
    if (expectedUri !== undefined) {
      if (storageUri !== expectedUri) return 'redeploy';
    } else if (base !== undefined) {
      const prefix = base.endsWith('/') ? base : `${base}/`;
      if (!storageUri.startsWith(prefix)) return 'redeploy';
    }
  }
  const changed =
    contentChangedAt === undefined ? -Infinity : wholeSeconds(contentChangedAt);
  const isBehind = facts.pods.some(
    ({ creationTimestamp, deletionTimestamp, hasStaleSettings }) =>
      deletionTimestamp === undefined &&
      (hasStaleSettings ||
        (creationTimestamp !== undefined &&
          wholeSeconds(creationTimestamp) < changed)),
  );
  return isBehind ? 'restart' : undefined;
}
