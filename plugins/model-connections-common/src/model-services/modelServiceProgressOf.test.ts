import { InferenceService } from './InferenceService';
import { modelServiceProgressOf, ProgressPod } from './modelServiceProgressOf';

const service = (more: object = {}, annotations = {}): InferenceService => ({
  metadata: { name: 'a', annotations },
  spec: { predictor: {} },
  status: { conditions: [], ...more },
});
const pod = (
  init: object,
  server: object = { waiting: { reason: 'PodInitializing' } },
  createdAt = '2026-01-01T00:00:00Z',
): ProgressPod => ({
  metadata: { creationTimestamp: createdAt },
  status: {
    initContainerStatuses: [{ name: 'storage-initializer', ...init }],
    containerStatuses: [{ name: 'kserve-container', state: server }],
  },
});
const done = { state: { terminated: { exitCode: 0 } } };
const ready = { conditions: [{ type: 'Ready', status: 'True' }] };

const stepsOf = (given: InferenceService, pods: ProgressPod[]) =>
  modelServiceProgressOf(given, pods)
    .steps.map(({ status, message }) =>
      message ? `${status} (${message})` : status,
    )
    .join(', ');

describe('modelServiceProgressOf', () => {
  it.each<[string, InferenceService, ProgressPod[], string]>([
    [
      'one that KServe has not seen',
      { ...service(), status: undefined },
      [],
      'running, waiting, waiting, waiting',
    ],
    [
      'one that KServe refuses',
      service({
        modelStatus: {
          transitionStatus: 'InvalidSpec',
          lastFailureInfo: { reason: 'NoSupportingRuntime', message: 'none' },
        },
      }),
      [],
      'failed (NoSupportingRuntime: none), waiting, waiting, waiting',
    ],
    [
      'one whose pods are not admitted',
      service({
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'FailedCreate',
            message: 'no account',
          },
        ],
      }),
      [],
      'ok, failed (FailedCreate: no account), waiting, waiting',
    ],
    [
      'a download that goes on',
      service(),
      [pod({ state: { running: {} } })],
      'ok, ok, running, waiting',
    ],
    [
      'a download that failed and waits for its next try',
      service(),
      [
        pod({
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: {
            terminated: { exitCode: 1, reason: 'Error', message: 'no bucket' },
          },
        }),
      ],
      'ok, ok, failed (Error: no bucket), waiting',
    ],
    [
      'a server that does not answer yet',
      service(),
      [pod(done, { running: {} })],
      'ok, ok, ok, running',
    ],
    [
      'an image that cannot be pulled',
      service(),
      [pod(done, { waiting: { reason: 'ImagePullBackOff', message: 'x' } })],
      'ok, ok, ok, failed (ImagePullBackOff: x)',
    ],
    [
      'a rollout, by the pod that is to come',
      service(ready),
      [
        pod({ state: { running: {} } }, undefined, '2026-01-02T00:00:00Z'),
        pod(done, { running: {} }),
      ],
      'ok, ok, running, waiting',
    ],
    ['one that is scaled to nothing', service(ready), [], 'ok, ok, ok, ok'],
    [
      'one that is stopped',
      service({}, { 'serving.kserve.io/stop': 'true' }),
      [],
      'ok, waiting, waiting, waiting',
    ],
  ])('tells of %s', (_, given, pods, expected) => {
    expect(stepsOf(given, pods)).toBe(expected);
  });
});
