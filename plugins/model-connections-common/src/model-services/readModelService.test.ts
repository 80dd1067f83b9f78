import fc from 'fast-check';
import { alauda } from '../conventions/alauda';
import { InferenceService } from './InferenceService';
import { mergePatchOf } from './mergePatchOf';
import { ModelLocation, ModelServiceWrite } from './ModelService';
import { readModelService } from './readModelService';
import { renderModelService } from './renderModelService';

const service = (
  predictor: object,
  metadata: object = {},
  rest: object = {},
): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: {
    name: 'a',
    namespace: 'team-a',
    resourceVersion: '7',
    creationTimestamp: '2026-11-21T09:00:00Z',
    ...metadata,
  },
  spec: { predictor: { ...predictor }, ...rest },
});
const model = { modelFormat: { name: 'sklearn' } };

/** Services in the shapes that people write. */
const shapes: {
  title: string;
  object: InferenceService;
  location?: ModelLocation;
  format?: { name: string; version?: string };
}[] = [
  {
    title: 'a direct address',
    object: service({ model: { ...model, storageUri: 'gs://b/a' } }),
    location: { kind: 'uri', uri: 'gs://b/a' },
    format: { name: 'sklearn' },
  },
  {
    title: 'an address that we would refuse',
    object: service({ model: { ...model, storageUri: 'hdfs://a//b/../c' } }),
    location: { kind: 'uri', uri: 'hdfs://a//b/../c' },
    format: { name: 'sklearn' },
  },
  {
    title: 'a format with version and more',
    object: service({
      model: {
        modelFormat: { name: 'onnx', version: '1', unknown: true },
        storageUri: 'pvc://claim/a/b',
      },
    }),
    location: { kind: 'pvc', claim: 'claim', path: 'a/b' },
    format: { name: 'onnx', version: '1' },
  },
  {
    title: 'an account of its own',
    object: service({
      serviceAccountName: 'irsa',
      model: { ...model, storageUri: 's3://b/a' },
    }),
    location: { kind: 'uri', uri: 's3://b/a', serviceAccountName: 'irsa' },
    format: { name: 'sklearn' },
  },
  {
    title: 'a volume claim under an account of its own',
    object: service({
      serviceAccountName: 'runner',
      model: { ...model, storageUri: 'pvc://claim' },
    }),
    location: { kind: 'pvc', claim: 'claim' },
    format: { name: 'sklearn' },
  },
  {
    title: 'an older predictor',
    object: service({
      xgboost: { storageUri: 's3://b/a', resources: { limits: { cpu: 1 } } },
    }),
    location: { kind: 'uri', uri: 's3://b/a' },
    format: { name: 'xgboost' },
  },
  {
    title: 'an entry of storage-config',
    object: service({
      model: { ...model, storage: { key: 'k', path: 'a', parameters: {} } },
    }),
    format: { name: 'sklearn' },
  },
  {
    title: 'an entry of storage-config for a connection',
    object: service(
      { model: { ...model, storage: { key: 'minio', path: 'a' } } },
      { annotations: { 'aml-model-source-connection': 'minio' } },
    ),
    location: { kind: 'connection', connection: 'minio', path: 'a' },
    format: { name: 'sklearn' },
  },
  {
    title: 'several addresses',
    object: service({
      model: { ...model },
      storageUris: [{ uri: 's3://b/a', mountPath: '/mnt/a' }],
    }),
    format: { name: 'sklearn' },
  },
  {
    title: 'a container of its own',
    object: service({
      minReplicas: 0,
      containers: [{ name: 'kserve-container', image: 'i', env: [] }],
    }),
  },
  {
    title: 'a connection of Alauda',
    object: service(
      {
        serviceAccountName: 'a-model-source',
        model: { ...model, storageUri: 's3://b/llm/a' },
      },
      {
        annotations: {
          'aml-model-source-connection': 'minio',
          'cpaas.io/display_name': 'Older spelling',
        },
      },
    ),
    location: { kind: 'connection', connection: 'minio', path: 'llm/a' },
    format: { name: 'sklearn' },
  },
  {
    title: 'a connection of Open Data Hub, bound by its operator',
    object: service(
      { model: { ...model, storage: { key: 'k', path: 'x' } } },
      {
        annotations: {
          'opendatahub.io/connections': 'minio',
          'opendatahub.io/connection-path': 'x',
        },
      },
    ),
    location: { kind: 'connection', connection: 'minio', path: 'x' },
    format: { name: 'sklearn' },
  },
  {
    title: 'a pull secret, sidecars and a transformer',
    object: service(
      {
        imagePullSecrets: [{ name: 'p' }],
        containers: [{ name: 'sidecar' }],
        workerSpec: { pipelineParallelSize: 2 },
        canaryTrafficPercent: 10,
        model: {
          ...model,
          storageUri: 'oci://r/a:1',
          runtime: 'r',
          env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's' } } }],
        },
      },
      { labels: { a: 'b' }, finalizers: ['f'] },
      { transformer: { containers: [] }, explainer: {} },
    ),
    location: { kind: 'uri', uri: 'oci://r/a:1' },
    format: { name: 'sklearn' },
  },
  { title: 'nothing', object: service({}) },
  {
    title: 'no spec',
    object: { metadata: { name: 'a' } } as InferenceService,
  },
];

const update = (object: InferenceService, write: ModelServiceWrite) =>
  mergePatchOf(
    object,
    renderModelService({
      namespace: 'team-a',
      write,
      convention: alauda,
      current: object,
    }).inferenceService,
  );

describe('a service of somebody else', () => {
  it.each(shapes)('with $title is read', ({ object, location, format }) => {
    const read = readModelService(object, { cluster: 'local' });
    expect(read.location).toEqual(location);
    expect(read.modelFormat).toEqual(format);
  });

  it.each(shapes.filter(({ title }) => title !== 'no spec'))(
    'with $title is not changed by an update that changes nothing',
    ({ object }) => {
      const read = readModelService(object, { cluster: 'local' });
      expect(update(object, read)).toBeUndefined();
    },
  );

  it('is not changed by it, whatever else it holds', () => {
    const anything = fc.dictionary(
      fc.stringMatching(/^x[a-z]{1,5}$/),
      fc.jsonValue(),
      {
        maxKeys: 3,
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes.filter(({ title }) => title !== 'no spec')),
        anything,
        ({ object }, extra) => {
          const odd = {
            ...object,
            ...extra,
            metadata: { ...object.metadata, ...extra },
            spec: {
              ...object.spec,
              ...extra,
              predictor: { ...object.spec.predictor, ...extra },
            },
          } as InferenceService;
          const read = readModelService(odd, { cluster: 'local' });
          expect(update(odd, read)).toBeUndefined();
        },
      ),
    );
  });

  it('is told by what its connection names where that is known', () => {
    const { object } = shapes.find(
      ({ title }) => title === 'a connection of Alauda',
    )!;
    const locationWith = (known: object) =>
      readModelService(object, { cluster: 'local', connection: known })
        .location;
    expect(locationWith({ base: 's3://b/llm' })).toMatchObject({ path: 'a' });
    expect(locationWith({ protocol: 'uri' })).toEqual({
      kind: 'connection',
      connection: 'minio',
    });
  });

  it('has everything that is shown of it', () => {
    expect(
      readModelService(
        service(
          { model: { ...model, storageUri: 's3://b/a' }, maxReplicas: 2 },
          {
            labels: { team: 'a' },
            annotations: {
              'cpaas.io/display-name': 'A',
              'cpaas.io/description': 'For chats',
              'serving.kserve.io/deploymentMode': 'Standard',
            },
          },
        ),
        { cluster: 'local' },
      ),
    ).toEqual({
      cluster: 'local',
      namespace: 'team-a',
      name: 'a',
      kind: 'InferenceService',
      displayName: 'A',
      description: 'For chats',
      location: { kind: 'uri', uri: 's3://b/a' },
      modelFormat: { name: 'sklearn' },
      deploymentMode: 'Standard',
      maxReplicas: 2,
      labels: { team: 'a' },
      status: { ready: false },
      createdAt: '2026-11-21T09:00:00Z',
      resourceVersion: '7',
    });
  });
});

describe('an LLMInferenceService', () => {
  const llm = (metadata: object, spec: object) =>
    readModelService(
      {
        kind: 'LLMInferenceService',
        metadata: { name: 'a', ...metadata },
        spec,
        status: { url: 'u', conditions: [{ type: 'Ready', status: 'True' }] },
      } as unknown as InferenceService,
      { cluster: 'local' },
    );

  it('is read as far as it is alike', () => {
    expect(
      llm(
        {},
        {
          model: { uri: 'hf://o/m' },
          template: { serviceAccountName: 'irsa', containers: [] },
          router: {},
        },
      ),
    ).toMatchObject({
      kind: 'LLMInferenceService',
      location: { kind: 'uri', uri: 'hf://o/m', serviceAccountName: 'irsa' },
      status: { ready: true, url: 'u' },
    });
    expect(
      llm(
        { annotations: { 'opendatahub.io/connections': 'minio' } },
        { model: { uri: 's3://b/a' } },
      ).location,
    ).toEqual({ kind: 'connection', connection: 'minio', path: 'a' });
    expect(llm({}, { baseRefs: [] }).location).toBeUndefined();
  });
});

describe('the status of a service', () => {
  const statusOf = (status: object, annotations?: object) =>
    readModelService(
      { ...service({}, { annotations }), status } as InferenceService,
      { cluster: 'local' },
    ).status;
  const ready = (status: string, rest: object = {}) => ({
    type: 'Ready',
    status,
    ...rest,
  });
  const failure = { reason: 'ModelLoadFailed', message: 'no such bucket' };

  // The parts of what KServe 0.20 says that tell one from the other.
  it.each([
    ['nothing', {}, { ready: false }],
    [
      'ready, after a failure',
      {
        url: 'http://a.example',
        conditions: [ready('True')],
        modelStatus: { transitionStatus: 'UpToDate', lastFailureInfo: failure },
      },
      { ready: true, url: 'http://a.example' },
    ],
    [
      'waiting',
      {
        conditions: [
          ready('False', {
            reason: 'MinimumReplicasUnavailable',
            message: 'm',
          }),
        ],
        modelStatus: {
          transitionStatus: 'InProgress',
          lastFailureInfo: failure,
        },
      },
      { ready: false, reason: 'MinimumReplicasUnavailable', message: 'm' },
    ],
    [
      'failed to load',
      {
        conditions: [
          ready('False', {
            reason: 'MinimumReplicasUnavailable',
            message: 'm',
          }),
        ],
        modelStatus: {
          transitionStatus: 'BlockedByFailedLoad',
          lastFailureInfo: failure,
        },
      },
      { ready: false, ...failure },
    ],
    [
      'without a runtime',
      {
        conditions: [ready('Unknown')],
        modelStatus: {
          transitionStatus: 'InvalidSpec',
          lastFailureInfo: { reason: 'NoSupportingRuntime', message: 'm' },
        },
      },
      { ready: false, reason: 'NoSupportingRuntime', message: 'm' },
    ],
    [
      'about to start again, which KServe has not taken notice of yet',
      {
        conditions: [
          ready('False', { reason: 'Stopped' }),
          { type: 'Stopped', status: 'True' },
        ],
      },
      { ready: false },
    ],
  ])('that is %s', (_title, status, expected) => {
    expect(statusOf(status)).toEqual(expected);
  });

  it('is stopped as soon as somebody says so', () => {
    expect(
      statusOf(
        { conditions: [ready('True')] },
        { 'serving.kserve.io/stop': 'true' },
      ),
    ).toEqual({ ready: false, stopped: true });
  });
});
