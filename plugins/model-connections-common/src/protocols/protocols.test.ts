import fc from 'fast-check';
import { alauda } from '../conventions/alauda';
import { openDataHub } from '../conventions/openDataHub';
import { lastCheckOf } from '../connections/lastCheckOf';
import {
  protocolOf,
  protocols,
  protocolsOfKeys,
  shadowedProtocols,
  shadowingKeys,
} from './protocols';

describe('protocols', () => {
  it.each([
    [
      's3',
      { AWS_S3_BUCKET: 'models' },
      'llm/qwen2.5',
      's3://models/llm/qwen2.5',
    ],
    [
      'oci',
      { OCI_HOST: 'https://r.example.com/team/' },
      'qwen:2.5',
      'oci://r.example.com/team/qwen:2.5',
    ],
    [
      'uri',
      { URI: 'https://example.com/m.onnx' },
      '',
      'https://example.com/m.onnx',
    ],
    ['gcs', { GCS_BUCKET: 'models' }, 'llm/qwen', 'gs://models/llm/qwen'],
    [
      'azure',
      { AZURE_ACCOUNT_NAME: 'acme', AZURE_CONTAINER: 'models' },
      'llm/qwen',
      'https://acme.blob.core.windows.net/models/llm/qwen',
    ],
    ['hf', {}, 'Qwen/Qwen2.5-7B:v1.0', 'hf://Qwen/Qwen2.5-7B:v1.0'],
  ])(
    '%s gives KServe the location of a model',
    (id, values, path, location) => {
      const protocol = protocolOf(id)!;
      expect(protocol.pathProblem(path)).toBeUndefined();
      expect(protocol.modelUri(values, path)).toBe(location);
    },
  );

  it.each([
    ['s3', ['', '/a', 'a//b', 'a/../b', './a', 'a b', 'a?b', 'a#b']],
    ['gcs', ['', '/a', 'a//b']],
    ['azure', ['', '/a', 'a//b']],
    ['oci', ['', 'Upper', 'a:', 'a::b', '/a', 'a//b', 'a@sha256:1', 'a b']],
    ['uri', ['anything']],
    ['hf', ['', 'model', 'a/b/c', 'a/b:', '/b', 'a b/c']],
  ])('%s refuses paths that KServe would take and fail on', (id, paths) => {
    for (const path of paths) {
      expect([path, protocolOf(id)!.pathProblem(path)]).toEqual([
        path,
        expect.any(String),
      ]);
    }
  });

  it.each([
    [['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'], ['s3']],
    [['.dockerconfigjson'], []],
    [['.dockerconfigjson', 'OCI_HOST'], ['oci']],
    [['URI'], ['uri']],
    [['gcloud-application-credentials.json'], ['gcs']],
    [['AZURE_STORAGE_ACCESS_KEY'], ['azure']],
    [['AZURE_CLIENT_ID'], ['azure']],
    [['HF_TOKEN'], ['hf']],
    [['POSTGRES_URL'], []],
  ])('finds in the keys %j the protocols %j', (keys, found) => {
    expect(protocolsOfKeys(keys)).toEqual(found);
  });

  it('asks for the bucket where the convention does', () => {
    const keys = [
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_S3_ENDPOINT',
    ];
    expect(protocolsOfKeys(keys, openDataHub.extraKeys)).toEqual([]);
    expect(
      protocolsOfKeys([...keys, 'AWS_S3_BUCKET'], openDataHub.extraKeys),
    ).toEqual(['s3']);
  });

  it('names every key that makes a Secret one of two kinds, also when each is enough', () => {
    const s3 = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    const azure = ['AZURE_STORAGE_ACCESS_KEY', 'AZURE_CLIENT_ID'];
    expect(shadowedProtocols([...s3, ...azure])).toEqual(['azure']);
    expect(shadowingKeys('azure', [...s3, ...azure])).toEqual(azure);
    expect(shadowingKeys('azure', [...s3, azure[1]])).toEqual([azure[1]]);
    expect(shadowingKeys('azure', azure)).toEqual([]);
    expect(shadowingKeys('s3', [...s3, ...azure])).toEqual([]);
    expect(shadowingKeys('hf', [...s3, 'HF_TOKEN', 'OTHER'])).toEqual([
      'HF_TOKEN',
    ]);
  });

  it('knows whose credentials KServe never injects', () => {
    const s3 = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    const key = 'gcloud-application-credentials.json';
    expect(shadowedProtocols([...s3, 'HF_TOKEN'])).toEqual(['hf']);
    expect(shadowedProtocols(['HF_TOKEN', key, 'AZURE_CLIENT_ID'])).toEqual([
      'azure',
      'hf',
    ]);
    expect(shadowedProtocols(['URI', 'HF_TOKEN'])).toEqual([]);
    expect(shadowedProtocols(['URI', 'https-host', 'HF_TOKEN'])).toEqual([
      'hf',
    ]);
    expect(shadowedProtocols([...s3, '.dockerconfigjson', 'OCI_HOST'])).toEqual(
      [],
    );
  });

  it('takes an OCI connection without access type for pulling where the convention does', () => {
    const { modelSource, servingProblem } = protocolOf('oci')!;
    const problem = (habits: typeof alauda.habits) =>
      servingProblem(modelSource({ OCI_HOST: 'r' }, habits)!);
    expect(problem(openDataHub.habits)).toBeUndefined();
    expect(problem(alauda.habits)).toMatch(/Pull/);
  });

  it.each([
    [
      'gcs',
      { 'gcloud-application-credentials.json': '{"type":"external_account"}' },
      ['gcloud-application-credentials.json'],
    ],
    [
      'gcs',
      {
        'gcloud-application-credentials.json': '{"type":"service_account"}',
        GCS_BUCKET: 'a/b',
      },
      ['GCS_BUCKET'],
    ],
    ['azure', { AZURE_ACCOUNT_NAME: 'acme' }, ['AZURE_STORAGE_ACCESS_KEY']],
    [
      'azure',
      { AZURE_CLIENT_ID: 'x' },
      ['AZURE_CLIENT_SECRET', 'AZURE_TENANT_ID'],
    ],
    [
      'azure',
      {
        AZURE_STORAGE_ACCESS_KEY: 'x',
        AZURE_ACCOUNT_NAME: 'A',
        AZURE_CONTAINER: 'a--b',
      },
      ['AZURE_ACCOUNT_NAME', 'AZURE_CONTAINER'],
    ],
    [
      'azure',
      {
        AZURE_STORAGE_ACCESS_KEY: 'x',
        AZURE_ACCOUNT_NAME: 'acme',
        AZURE_CONTAINER: 'a-b',
      },
      [],
    ],
    ['hf', { HF_ENDPOINT: 'ftp://x' }, ['HF_ENDPOINT']],
    [
      'oci',
      { '.dockerconfigjson': '{"auths":{"r":{}},"credsStore":"desktop"}' },
      ['.dockerconfigjson'],
    ],
    ['oci', { '.dockerconfigjson': '{"auths":{"r":{"auth":"x"}}}' }, []],
    ['uri', { URI: 'https://me:secret@example.com/m' }, ['URI']],
    ['s3', { AWS_S3_BUCKET: 'a b' }, ['AWS_S3_BUCKET']],
  ])('%s finds what is wrong in %j', (id, values, fields) => {
    expect(
      protocolOf(id)!
        .validate(values as Record<string, string>)
        .map(issue => issue.field),
    ).toEqual(fields);
  });

  it('answers at once for hosts made to be slow to match', () => {
    for (const host of [`a${'/a'.repeat(400)}@`, `${'/'.repeat(200_000)}b c`]) {
      expect(
        protocolOf('oci')!
          .validate({ OCI_HOST: host })
          .map(issue => issue.field),
      ).toEqual(['OCI_HOST']);
      protocolOf('oci')!.modelUri({ OCI_HOST: host }, 'a');
    }
  });

  it('never throws, whatever the values are', () => {
    const keys = protocols.flatMap(protocol =>
      protocol.fields.map(field => String('envVar' in field && field.envVar)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), text),
        text,
        (values, path) => {
          for (const protocol of protocols) {
            protocol.validate(values);
            protocol.servingAnnotations(values);
            const source = protocol.modelSource(values, alauda.habits);
            protocol.servingProblem(source ?? {});
            expect(typeof protocol.modelUri(values, path)).toBe('string');
            protocol.pathProblem(path);
          }
          shadowedProtocols(Object.keys(values));
        },
      ),
    );
  });
});

describe('the last check', () => {
  const check = (annotations: Record<string, string>) =>
    lastCheckOf(
      { name: 'x', creationTimestamp: '2026-11-21T09:00:00Z', annotations },
      alauda,
    );
  const at = '2026-11-21T10:00:00Z';

  it.each([
    [{}, { status: 'unverified' }],
    [
      {
        'mooring.dev/check-status': 'failed',
        'mooring.dev/check-at': at,
        'mooring.dev/check-message': 'm',
      },
      { status: 'failed', at, message: 'm' },
    ],
    [
      {
        'mooring.dev/check-status': 'ok',
        'mooring.dev/check-at': at,
        'mooring.dev/values-changed-at': '2026-11-21T10:00:01Z',
      },
      { status: 'unverified', at },
    ],
    [
      { 'mooring.dev/check-status': 'fine', 'mooring.dev/check-at': at },
      { status: 'unverified' },
    ],
    [
      { 'mooring.dev/check-status': 'ok', 'mooring.dev/check-at': 'soon' },
      { status: 'unverified' },
    ],
    [{ 'mooring.dev/check-status': 'ok' }, { status: 'unverified' }],
  ])('of %j is %j', (annotations, outcome) => {
    expect(check(annotations as Record<string, string>)).toEqual(outcome);
  });
});
