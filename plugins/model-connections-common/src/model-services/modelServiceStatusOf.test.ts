import { InferenceService } from './InferenceService';
import { modelServiceStateOf } from './modelServiceStateOf';
import { modelServiceStatusOf } from './modelServiceStatusOf';
import { ProgressPod } from './servingPod';

const service = (
  ready: object,
  more: object = {},
  annotations = {},
): InferenceService => ({
  metadata: { name: 'a', annotations },
  spec: { predictor: {} },
  status: {
    conditions: [{ type: 'Ready', status: 'False', ...ready }],
    ...more,
  },
});
const pod = (
  waiting: object,
  kind: 'initContainerStatuses' | 'containerStatuses' = 'containerStatuses',
): ProgressPod => ({
  metadata: { creationTimestamp: '2026-01-01T00:00:00Z' },
  status: { [kind]: [{ name: 'modelcar-init', state: { waiting } }] },
});
const waits = { reason: 'MinimumReplicasUnavailable' };
const pull = { reason: 'ImagePullBackOff', message: 'no such image' };
const config = { reason: 'CreateContainerConfigError', message: 'no key' };

it.each<[string, InferenceService, ProgressPod[], string]>([
  ['waits for its pods', service(waits), [], 'starting'],
  [
    'has a pod that starts',
    service(waits),
    [pod({ reason: 'ContainerCreating' })],
    'starting',
  ],
  [
    'has an image that cannot be pulled',
    service(waits),
    [pod(pull, 'initContainerStatuses')],
    'failed ImagePullBackOff: no such image',
  ],
  [
    'lacks a key of a Secret',
    service(waits),
    [pod(config)],
    'failed CreateContainerConfigError: no key',
  ],
  [
    'is refused, whatever its pods say',
    service({ reason: 'FailedCreate', message: 'no account' }),
    [pod(pull)],
    'failed FailedCreate: no account',
  ],
  [
    'answers with the pods from before',
    service({ status: 'True' }),
    [pod(pull)],
    'ready',
  ],
  [
    'is stopped',
    service(waits, {}, { 'serving.kserve.io/stop': 'true' }),
    [pod(pull)],
    'stopped',
  ],
  [
    'is not known yet, as at an ordinary start with Knative',
    service({ status: 'Unknown', reason: 'RevisionMissing', message: 'x' }),
    [],
    'starting',
  ],
  [
    'is not known, as nothing can serve it',
    service(
      { status: 'Unknown' },
      {
        modelStatus: {
          transitionStatus: 'InvalidSpec',
          lastFailureInfo: { reason: 'NoSupportingRuntime', message: 'none' },
        },
      },
    ),
    [],
    'failed NoSupportingRuntime: none',
  ],
  [
    'did not load, without KServe saying why',
    service(
      { status: 'Unknown' },
      { modelStatus: { transitionStatus: 'BlockedByFailedLoad' } },
    ),
    [],
    'failed BlockedByFailedLoad',
  ],
])('tells of a service that %s', (_, given, pods, expected) => {
  const status = modelServiceStatusOf(given, pods);
  const why = [status.reason, status.message].filter(Boolean).join(': ');
  const state = modelServiceStateOf(status);
  expect(state === 'failed' ? `${state} ${why}` : state).toBe(expected);
});
