import { InferenceService, Predictor } from './InferenceService';
import { modelServiceProgressOf } from './modelServiceProgressOf';
import { ProgressPod } from './servingPod';

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

describe('modelServiceProgressOf, of a service that answers', () => {
  const T = '2026-01-01T00:00:00Z';
  const LATER = '2026-01-01T00:01:00Z';
  const RESTARTED_AT = 'mooring.dev/restarted-at';
  const now = Date.parse(LATER) + 2000;
  const serving = (
    hash: string,
    createdAt: string,
    metadata: object = {},
  ): ProgressPod => ({
    metadata: {
      creationTimestamp: createdAt,
      labels: { 'pod-template-hash': hash },
      ...metadata,
    },
    status: {
      initContainerStatuses: [{ name: 'storage-initializer', ...done }],
      containerStatuses: [
        { name: 'kserve-container', ready: true, state: { running: {} } },
      ],
    },
  });
  const changed = (
    predictor: Predictor = {},
    managedFields: object[] = [],
  ): InferenceService => ({
    ...service(ready),
    metadata: { name: 'a', managedFields },
    spec: { predictor },
  });
  const TAKING = 'running, waiting, waiting, waiting';
  const DONE = 'ok, ok, ok, ok';
  const written = [{ manager: 'kubectl', time: LATER }];
  const model = { storageUri: 's3://models/new' };
  const from = (uri: string) => ({
    annotations: {
      'internal.serving.kserve.io/storage-initializer-sourceuri': uri,
    },
  });

  it.each<[string, InferenceService, ProgressPod[], string]>([
    ['just changed', changed({}, written), [serving('1', T)], TAKING],
    [
      'of which KServe has just reported',
      changed({}, [{ ...written[0], subresource: 'status' }]),
      [serving('1', T)],
      DONE,
    ],
    [
      'changed before the pod was made',
      changed({}, written),
      [serving('2', LATER)],
      DONE,
    ],
    [
      'changed long ago in a way that makes no pods',
      changed({}, [{ manager: 'kubectl', time: '2026-01-01T00:00:30Z' }]),
      [serving('1', T)],
      DONE,
    ],
    [
      'restarted, with the pods from before',
      changed({ annotations: { [RESTARTED_AT]: LATER } }),
      [serving('1', T, { annotations: { [RESTARTED_AT]: T } })],
      TAKING,
    ],
    [
      'restarted, with pods for that',
      changed({ annotations: { [RESTARTED_AT]: LATER } }),
      [serving('2', LATER, { annotations: { [RESTARTED_AT]: LATER } })],
      DONE,
    ],
    [
      'with another place, and the pods from before',
      changed({ model }),
      [serving('1', T, from('s3://models/old'))],
      TAKING,
    ],
    [
      'with another place, and pods for it',
      changed({ model }),
      [serving('2', LATER, from('s3://models/new'))],
      DONE,
    ],
    [
      'whose new pod answers beside the old one',
      changed(),
      [serving('1', T), serving('2', LATER)],
      'ok, ok, ok, running',
    ],
    [
      'whose old pod is on its way out',
      changed(),
      [serving('1', T, { deletionTimestamp: LATER }), serving('2', LATER)],
      DONE,
    ],
    [
      'whose old pod was evicted',
      changed(),
      [
        { ...serving('1', T), status: { phase: 'Failed' } },
        serving('2', LATER),
      ],
      DONE,
    ],
    [
      'that keeps a canary',
      changed({ canaryTrafficPercent: 10 }),
      [serving('1', T), serving('2', LATER)],
      DONE,
    ],
  ])('tells of one %s', (_, given, pods, expected) => {
    expect(
      modelServiceProgressOf(given, pods, now)
        .steps.map(({ status }) => status)
        .join(', '),
    ).toBe(expected);
  });
});
