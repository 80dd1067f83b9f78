import {
  credentialPathOf,
  isDedicatedServiceAccount,
  ownerReferenceTo,
  renderServiceAccount,
  ServiceAccount,
  shadowedCredentialsProblem,
} from './credentialBinding';
import { driftOfService } from './driftOfService';

const s3Keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

describe('the credentials of a connection', () => {
  it.each([
    ['s3', s3Keys, 'serviceAccount'],
    ['gcs', ['gcloud-application-credentials.json'], 'serviceAccount'],
    ['azure', ['AZURE_CLIENT_ID'], 'serviceAccount'],
    ['hf', ['HF_TOKEN'], 'serviceAccount'],
    ['uri', ['URI', 'https-host', 'headers'], 'serviceAccount'],
    ['uri', ['URI', 'HF_TOKEN'], 'serviceAccount'],
    ['uri', ['URI'], 'none'],
    ['oci', ['.dockerconfigjson', 'OCI_HOST', ...s3Keys], 'pullSecret'],
  ] as const)('of %s with %j go by %s', (protocol, keys, path) => {
    expect(credentialPathOf({ protocol, keys })).toBe(path);
  });

  it('are not used where KServe finds others first', () => {
    const problem = (protocol: 's3' | 'hf', keys: string[]) =>
      shadowedCredentialsProblem({ protocol, keys });
    expect(problem('hf', ['HF_TOKEN', ...s3Keys])).toMatch(/finds first/);
    expect(problem('s3', ['HF_TOKEN', ...s3Keys])).toBeUndefined();
    expect(problem('hf', ['HF_TOKEN'])).toBeUndefined();
  });
});

describe('the ServiceAccount of a service', () => {
  const account = renderServiceAccount({
    namespace: 'team-a',
    service: 'qwen',
    connection: 'minio',
  });

  it('goes with the service', () => {
    const owner = ownerReferenceTo({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: { name: 'qwen', uid: 'u-1' },
      spec: { predictor: {} },
    });
    expect(owner).toEqual({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      name: 'qwen',
      uid: 'u-1',
    });
    expect(
      renderServiceAccount({
        namespace: 'team-a',
        service: 'qwen',
        connection: 'minio',
        owner,
      }).metadata,
    ).toMatchObject({ ownerReferences: [owner] });
    expect(() =>
      ownerReferenceTo({ metadata: { name: 'a' }, spec: { predictor: {} } }),
    ).toThrow('a has not been stored yet');
  });

  it('is taken up again when somebody else left it as we make it', () => {
    expect(isDedicatedServiceAccount(account, 'qwen', ['minio'])).toBe(true);
    expect(isDedicatedServiceAccount(account, 'qwen', ['b', 'minio'])).toBe(
      true,
    );
  });

  const changed = (change: Partial<ServiceAccount>) => ({
    ...account,
    ...change,
  });
  it.each([
    ['another name', changed({ metadata: { ...account.metadata, name: 'a' } })],
    [
      'no mark',
      changed({ metadata: { ...account.metadata, annotations: {} } }),
    ],
    [
      'the mark of another service',
      changed({
        metadata: {
          ...account.metadata,
          annotations: { 'mooring.dev/model-service': 'other' },
        },
      }),
    ],
    ['no Secret', changed({ secrets: undefined })],
    ['a Secret of its own', changed({ secrets: [{ name: 'other' }] })],
    [
      'a further Secret',
      changed({ secrets: [{ name: 'minio' }, { name: 'other' }] }),
    ],
  ])('is not ours with %s', (_title, other) => {
    expect(isDedicatedServiceAccount(other, 'qwen', ['minio'])).toBe(false);
  });
});

describe('drift', () => {
  const contentChangedAt = '2026-11-21T09:00:10Z';
  const pod = (creationTimestamp: string, deletionTimestamp?: string) => ({
    creationTimestamp,
    deletionTimestamp,
  });
  const old = pod('2026-11-21T09:00:09Z');

  it.each([
    ['no pods', [], undefined],
    ['an old pod', [old], 'restart'],
    ['a new pod', [pod('2026-11-21T09:00:11Z')], undefined],
    ['a pod of the same second', [pod('2026-11-21T09:00:10Z')], undefined],
    ['an old and a new pod', [pod('2026-11-21T09:00:11Z'), old], 'restart'],
    [
      'an old pod on its way out',
      [pod('2026-11-21T09:00:09Z', '2026-11-21T09:00:12Z')],
      undefined,
    ],
  ])('with %s', (_title, pods, drift) => {
    expect(driftOfService({ pods, contentChangedAt })).toBe(drift);
    expect(driftOfService({ pods })).toBeUndefined();
  });

  it.each([
    [{ storageUri: 's3://b/a', expectedUri: 's3://b/a' }, undefined],
    [{ storageUri: 's3://old/a', expectedUri: 's3://b/a' }, 'redeploy'],
    [{ storageUri: 's3://b/a', base: 's3://b' }, undefined],
    [{ storageUri: 's3://b2/a', base: 's3://b' }, 'redeploy'],
    [{ storageUri: 'hf://o/m', base: 'hf://' }, undefined],
    [{ expectedUri: 's3://b/a', base: 's3://b' }, undefined],
  ])('of the location %j', (facts, drift) => {
    expect(driftOfService({ ...facts, pods: [] })).toBe(drift);
    expect(driftOfService({ ...facts, pods: [old], contentChangedAt })).toBe(
      drift ?? 'restart',
    );
  });

  it('does not come from parts of a second', () => {
    expect(
      driftOfService({
        pods: [pod('2026-11-21T09:00:10Z')],
        contentChangedAt: '2026-11-21T09:00:10.900Z',
      }),
    ).toBeUndefined();
  });
});
