import { ModelServiceStatus } from './ModelService';

/**
 * How a model service is, in one word.
 *
 * @public
 */
export type ModelServiceState = 'ready' | 'starting' | 'failed' | 'stopped';

/** What Kubernetes says of a Deployment whose pods are on their way, and of one that is new (seen on KServe 0.20). */
const ON_THE_WAY = [
  'MinimumReplicasUnavailable',
  'ReplicaSetUpdated',
  'NewReplicaSetCreated',
  'FoundNewReplicaSet',
];

/**
 * Tells a service that is on its way from one that somebody has to look after: every other reason than those of a rollout
 * that goes on.
 *
 * @public
 */
export function modelServiceStateOf(
  status: ModelServiceStatus,
): ModelServiceState {
  if (status.stopped) return 'stopped';
  if (status.ready) return 'ready';
  return status.reason === undefined || ON_THE_WAY.includes(status.reason)
    ? 'starting'
    : 'failed';
}
