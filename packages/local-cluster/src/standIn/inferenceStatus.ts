import recorded from '../kserve/__fixtures__/inferenceServiceStatuses.json';
import { timestamp } from '../embedded/timestamp';

/** The situations that were recorded from KServe's own controller. */
export type Situation = keyof typeof recorded;

/** What differs between two services in the same situation. */
export interface StatusFacts {
  service: any;
  /** The runtime that serves it. */
  runtime?: any;
  /** The ReplicaSet of its newest pods. */
  replicaSet?: string;
  /** Stands for what went wrong, where that has words of its own. */
  message?: string;
  exitCode?: number;
  /** How many pods are ready. */
  copies?: number;
}

/**
 * The status that KServe writes in a situation: as recorded from the real
 * controller, with this service's names.
 */
export function inferenceStatus(
  situation: Situation,
  { service, runtime, replicaSet, message, exitCode, copies }: StatusFacts,
): any {
  const { name, namespace, generation } = service.metadata;
  const text = JSON.stringify(recorded[situation])
    .replaceAll('<service>-predictor-<hash>', replicaSet ?? '')
    .replaceAll('<service>', name)
    .replaceAll('<namespace>', namespace);
  const status = JSON.parse(text);
  if ('clusterServingRuntimeName' in status && runtime) {
    if (runtime.kind === 'ServingRuntime') {
      delete status.clusterServingRuntimeName;
      status.servingRuntimeName = runtime.metadata.name;
    } else {
      status.clusterServingRuntimeName = runtime.metadata.name;
    }
  }
  if ('observedGeneration' in status) status.observedGeneration = generation;
  if (copies !== undefined && status.modelStatus.copies?.totalCopies) {
    status.modelStatus.copies.totalCopies = copies;
  }
  const failure = status.modelStatus.lastFailureInfo;
  if (failure && message !== undefined && 'exitCode' in failure) {
    Object.assign(failure, { message, exitCode });
  } else if (message !== undefined) {
    for (const condition of status.conditions) {
      if (condition.message) condition.message = message;
    }
  }
  return status;
}

/**
 * Says of a new status what KServe does not forget: since when a condition is
 * as it is, and the last failure, which stays when the model is ready.
 */
export function withHistory(status: any, before: any): any {
  const old = new Map<string, any>(
    (before?.conditions ?? []).map((one: any) => [one.type, one]),
  );
  const failure = before?.modelStatus?.lastFailureInfo;
  const remembers =
    failure !== undefined && status.modelStatus?.copies !== undefined;
  return {
    ...status,
    conditions: status.conditions.map((condition: any) => ({
      ...condition,
      lastTransitionTime:
        old.get(condition.type)?.status === condition.status
          ? old.get(condition.type).lastTransitionTime
          : timestamp(),
    })),
    modelStatus: {
      ...(remembers && { lastFailureInfo: failure }),
      ...status.modelStatus,
    },
  };
}
