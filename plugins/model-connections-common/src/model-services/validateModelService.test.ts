import { ModelConnection } from './credentialBinding';
import { ModelServiceWrite } from './ModelService';
import {
  ModelServiceContext,
  validateModelService,
} from './validateModelService';

const minio: ModelServiceContext['connection'] = {
  name: 'minio',
  protocol: 's3',
  keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  values: { AWS_S3_BUCKET: 'models' },
  source: { protocols: ['s3'], base: 's3://models' },
};
const registry: ModelServiceContext['connection'] = {
  name: 'registry',
  protocol: 'oci',
  keys: ['.dockerconfigjson', 'OCI_HOST'],
  values: { OCI_HOST: 'r.example' },
  source: { protocols: ['oci'], base: 'oci://r.example', pull: false },
};
const address = (uri: string): ModelConnection => ({
  name: 'address',
  protocol: 'uri',
  keys: ['URI'],
  values: { URI: uri },
});
const shadowed: ModelConnection = {
  name: 'shadowed',
  protocol: 'hf',
  keys: ['HF_TOKEN', ...minio.keys],
  values: {},
};

const valid: ModelServiceWrite = {
  name: 'qwen',
  modelFormat: { name: 'huggingface' },
  location: { kind: 'connection', connection: 'minio', path: 'llm/qwen' },
};
const fields = (
  write: Partial<ModelServiceWrite>,
  context: Partial<ModelServiceContext> = {},
) =>
  validateModelService(
    { ...valid, ...write },
    { namespace: 'team-a', isNew: true, connection: minio, ...context },
  ).map(({ field }) => field);
const from = (connection: string, rest: object = {}) => ({
  location: { kind: 'connection' as const, connection, ...rest },
});

describe('a model service', () => {
  it.each<
    [string, Partial<ModelServiceWrite>, ModelServiceContext['connection']?]
  >([
    ['from S3', {}],
    ['from a claim', { location: { kind: 'pvc', claim: 'claim' } }],
    ['from an address', { location: { kind: 'uri', uri: 'hf://o/m' } }],
    ['from a URI connection', from('address'), address('hf://o/m')],
    [
      'from a URI connection in the clear',
      from('address'),
      address('http://models.svc/a.onnx'),
    ],
    [
      'with an account instead of keys that KServe does not find',
      from('shadowed', { path: 'o/m', serviceAccountName: 'irsa' }),
      shadowed,
    ],
    ['with any number of replicas', { minReplicas: 2, maxReplicas: 0 }],
  ])('%s is taken', (_title, write, connection = minio) => {
    expect(fields(write, { connection })).toEqual([]);
  });

  it.each<
    [
      string,
      Partial<ModelServiceWrite>,
      string,
      ModelServiceContext['connection']?,
    ]
  >([
    ['without a name', { name: '' }, 'name'],
    ['with a name too long', { name: 'a'.repeat(47) }, 'name'],
    ['without a location', { location: undefined }, 'location'],
    ['without a format', { modelFormat: undefined }, 'modelFormat'],
    ['from nowhere', from('absent'), 'location.connection'],
    ['from a whole bucket', from('minio'), 'location.path'],
    ['from outside', from('minio', { path: '../a' }), 'location.path'],
    [
      'without a bucket',
      {},
      'location.connection',
      { ...minio, source: { protocols: ['s3'] } },
    ],
    [
      'from a registry for pushing only',
      from('registry', { path: 'a:1' }),
      'location.connection',
      registry,
    ],
    [
      'with keys that KServe does not find',
      from('shadowed', { path: 'o/m' }),
      'location.connection',
      shadowed,
    ],
    [
      'from a URI connection that leads nowhere',
      from('address'),
      'location.connection',
      address('ftp://a'),
    ],
    [
      'from a path in an address',
      from('address', { path: 'a' }),
      'location.path',
      address('hf://o/m'),
    ],
    [
      'from an account that cannot be',
      from('minio', { path: 'a', serviceAccountName: 'A b' }),
      'location.serviceAccountName',
    ],
    [
      'from no claim',
      { location: { kind: 'pvc', claim: '' } },
      'location.claim',
    ],
    [
      'from outside of a claim',
      { location: { kind: 'pvc', claim: 'a', path: '../b' } },
      'location.path',
    ],
    [
      'from the address of a claim',
      { location: { kind: 'uri', uri: 'pvc://claim' } },
      'location.uri',
    ],
    [
      'from an address in the clear',
      { location: { kind: 'uri', uri: 'http://example.com/a.onnx' } },
      'location.uri',
    ],
    [
      'from half an address',
      { location: { kind: 'uri', uri: 'hf://model' } },
      'location.uri',
    ],
    ['with half a replica', { minReplicas: 0.5 }, 'minReplicas'],
    ['with less than none', { maxReplicas: -1 }, 'maxReplicas'],
    [
      'with less than it starts',
      { minReplicas: 3, maxReplicas: 2 },
      'maxReplicas',
    ],
  ])('%s is refused', (_title, write, field, connection = minio) => {
    expect(fields(write, { connection })).toEqual([field]);
  });

  const sklearn = {
    name: 'sklearnserver',
    modelFormats: [{ name: 'sklearn' }],
  };
  const onSklearn = { runtime: sklearn.name };
  it.each<[string, string[], Partial<ModelServiceContext>]>([
    ['a new one', ['runtime'], { runtime: sklearn }],
    ['one whose runtime is not known', [], {}],
    [
      'one that has another format now',
      ['runtime'],
      {
        runtime: sklearn,
        isNew: false,
        serving: { ...onSklearn, modelFormat: { name: 'sklearn' } },
      },
    ],
    [
      'one that had it before',
      [],
      {
        runtime: sklearn,
        isNew: false,
        serving: { ...onSklearn, modelFormat: { name: 'huggingface' } },
      },
    ],
  ])(
    'is told that its runtime does not support the format: %s',
    (_title, expected, context) => {
      expect(fields(onSklearn, context)).toEqual(expected);
      expect(
        fields({ ...onSklearn, modelFormat: { name: 'sklearn' } }, context),
      ).toEqual([]);
    },
  );

  it('that is there keeps its name and what is not modelled', () => {
    expect(
      fields(
        { name: 'Odd.Name', location: undefined, modelFormat: undefined },
        { isNew: false },
      ),
    ).toEqual([]);
  });
});
