import { driftFromConnection } from './driftFromConnection';
import { InferenceService } from './InferenceService';
import { Pod } from './podLiterals';

const CHANGED = '2026-11-21T09:00:00Z';
const BEFORE = '2026-11-21T08:59:59Z';

const service = (storageUri?: string, connection = 'minio') =>
  ({
    metadata: {
      name: 'qwen',
      annotations: { 'aml-model-source-connection': connection },
    },
    spec: { predictor: { model: { storageUri } } },
  } as InferenceService);

const LITERALS = {
  S3_USE_HTTPS: '0',
  S3_ENDPOINT: 'minio:9000',
  AWS_ENDPOINT_URL: 'http://minio:9000',
  S3_VERIFY_SSL: '1',
  AWS_DEFAULT_REGION: 'us-east-1',
};

const pod = (
  creationTimestamp = CHANGED,
  literals: Record<string, string> = LITERALS,
  secret = 'minio',
): Pod => ({
  metadata: { name: 'qwen-1', creationTimestamp },
  spec: {
    initContainers: [
      {
        name: 'storage-initializer',
        env: [
          {
            name: 'AWS_ACCESS_KEY_ID',
            valueFrom: {
              secretKeyRef: { name: secret, key: 'AWS_ACCESS_KEY_ID' },
            },
          },
          ...Object.entries(literals).map(([name, value]) => ({ name, value })),
        ],
      },
    ],
  },
});

const fromMetadata = {
  name: 'minio',
  protocol: 's3' as const,
  base: 's3://models',
  contentChangedAt: CHANGED,
};

const withAnnotations = (annotations: Record<string, string>) => ({
  ...fromMetadata,
  values: { AWS_S3_BUCKET: 'models' },
  metadata: {
    name: 'minio',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [
        `serving.kserve.io/${key}`,
        value,
      ]),
    ),
  },
});

const SETTINGS = {
  's3-endpoint': 'minio:9000',
  's3-usehttps': '0',
  's3-region': 'us-east-1',
};

describe('driftFromConnection', () => {
  it('says restart for pods from before the change, not of its second', () => {
    const drift = (pods: Pod[]) =>
      driftFromConnection(
        service('s3://models/llm/qwen'),
        'serviceAccount',
        fromMetadata,
        pods,
      );
    expect(drift([pod(CHANGED), pod(BEFORE)])).toBe('restart');
    expect(drift([pod(CHANGED)])).toBeUndefined();
    expect(drift([])).toBeUndefined();
    const leaving = pod(BEFORE);
    leaving.metadata.deletionTimestamp = CHANGED;
    expect(drift([leaving])).toBeUndefined();
  });

  it.each([
    ['s3://models/llm/qwen', undefined],
    ['s3://old/llm/qwen', 'redeploy'],
    // Made to take its model from elsewhere, and only the credentials from here.
    ['pvc://claim/llm/qwen', undefined],
  ])('judges the location %s', (uri, expected) => {
    for (const connection of [
      fromMetadata,
      { ...fromMetadata, values: { AWS_S3_BUCKET: 'models' } },
    ]) {
      expect(
        driftFromConnection(service(uri), 'serviceAccount', connection, [
          pod(),
        ]),
      ).toBe(expected);
    }
  });

  it('says nothing of the location of a service that names another connection', () => {
    expect(
      driftFromConnection(
        service('s3://old/llm', 'other'),
        'serviceAccount',
        fromMetadata,
        [pod()],
      ),
    ).toBeUndefined();
  });

  it('says nothing of a location that no longer follows from anything', () => {
    expect(
      driftFromConnection(
        service('s3://models/llm'),
        'serviceAccount',
        { ...fromMetadata, base: undefined, values: {} },
        [pod()],
      ),
    ).toBeUndefined();
  });

  it('judges a mere annotation by the location, or by time where there is none to judge', () => {
    const uri = { ...fromMetadata, protocol: 'uri' as const, base: undefined };
    const drift = (values?: Record<string, string>) =>
      driftFromConnection(
        service('https://example.com/a.onnx'),
        'annotation',
        { ...uri, values },
        [pod(BEFORE)],
      );
    expect(drift()).toBe('restart');
    expect(drift({ URI: 'https://example.com/a.onnx' })).toBeUndefined();
    expect(drift({ URI: 'https://example.com/b.onnx' })).toBe('redeploy');
  });

  it.each<[string, Record<string, string>, 'restart' | undefined]>([
    ['as the pod has it', SETTINGS, undefined],
    [
      'another endpoint',
      { ...SETTINGS, 's3-endpoint': 'minio:9001' },
      'restart',
    ],
    ['another scheme', { ...SETTINGS, 's3-usehttps': '1' }, 'restart'],
    ['another flag', { ...SETTINGS, 's3-verifyssl': '0' }, 'restart'],
    [
      'a scheme in the endpoint, which wins',
      { ...SETTINGS, 's3-endpoint': 'http://minio:9000', 's3-usehttps': '1' },
      undefined,
    ],
    [
      'no region any more',
      { 's3-endpoint': 'minio:9000', 's3-usehttps': '0' },
      'restart',
    ],
  ])('compares the settings in the pod: %s', (_, annotations, expected) => {
    expect(
      driftFromConnection(
        service('s3://models/llm'),
        'serviceAccount',
        withAnnotations(annotations),
        [pod()],
        { s3VerifySSL: '1' },
      ),
    ).toBe(expected);
  });

  it('leaves open what KServe may have added where its own settings are not known', () => {
    const drift = (pods: Pod[]) =>
      driftFromConnection(
        service('s3://models/llm'),
        'serviceAccount',
        withAnnotations({ 's3-endpoint': 'minio:9000', 's3-usehttps': '0' }),
        pods,
      );
    expect(drift([pod()])).toBeUndefined();
    expect(drift([pod(CHANGED, LITERALS, 'another-secret')])).toBeUndefined();
    const moved = { ...LITERALS, S3_ENDPOINT: 'elsewhere:9000' };
    expect(drift([pod(CHANGED, moved)])).toBe('restart');
    expect(drift([pod(CHANGED, moved, 'another-secret')])).toBeUndefined();
  });
});
