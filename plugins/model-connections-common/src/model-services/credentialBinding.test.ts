import {
  credentialPathOf,
  isDedicatedServiceAccount,
  ownerReferenceTo,
  renderServiceAccount,
  ServiceAccount,
  shadowedCredentialsProblem,
} from './credentialBinding';

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
    ['qwen', 'qwen-model-source-dockercfg-x7k2p'],
    ['qwen', 'qwen-model-source-token-9zzzz'],
    // OpenShift cuts what would be longer than 58 characters, and adds a hash.
    [
      'a-service-with-quite-a-long-name-of-its-own',
      'a-service-with-quite-a-long-name-of-i-0fd31a2b-dockercfg-x7k2p',
    ],
  ])(
    'is ours still when the cluster adds a Secret to that of %s: %s',
    (service, added) => {
      const made = renderServiceAccount({
        namespace: 'team-a',
        service,
        connection: 'minio',
      });
      const secrets = [{ name: 'minio' }, { name: added }];
      const isOurs = (other: ServiceAccount) =>
        isDedicatedServiceAccount(other, service, ['minio', added]);
      expect(isOurs({ ...made, secrets })).toBe(true);
      expect(isOurs({ ...made, secrets: [{ name: added }] })).toBe(false);
    },
  );

  it('is ours still when the cluster says in an annotation which Secret it has added', () => {
    const annotations = {
      ...account.metadata.annotations,
      'openshift.io/internal-registry-pull-secret-ref': 'of-the-registry',
    };
    const other = changed({
      metadata: { ...account.metadata, annotations },
      secrets: [{ name: 'minio' }, { name: 'of-the-registry' }],
    });
    expect(isDedicatedServiceAccount(other, 'qwen', ['minio'])).toBe(true);
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
    [
      "another account's pull secret",
      changed({ secrets: [{ name: 'minio' }, { name: 'q-dockercfg-x7k2p' }] }),
    ],
  ])('is not ours with %s', (_title, other) => {
    expect(isDedicatedServiceAccount(other, 'qwen', ['minio'])).toBe(false);
  });
});
