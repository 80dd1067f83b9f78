import { describeOnKServe } from './describeOnKServe';
import { environmentOf, ServiceOptions, useServing } from './useServing';

const s3Keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };
const s3 = (name: string) => `serving.kserve.io/s3-${name}`;
const s3References = (secret: string) => ({
  AWS_ACCESS_KEY_ID: `${secret}/AWS_ACCESS_KEY_ID`,
  AWS_SECRET_ACCESS_KEY: `${secret}/AWS_SECRET_ACCESS_KEY`,
});

interface Case {
  /** Also the name of the Secret, if there is one. */
  name: string;
  what: string;
  data?: Record<string, string>;
  annotations?: Record<string, string>;
  service: ServiceOptions;
  /** All that the storage initializer gets, besides settings for speed. */
  environment: Record<string, string>;
}

const cases: Case[] = [
  {
    name: 's3-annotated',
    what: 'takes the endpoint of S3 from annotations',
    data: s3Keys,
    annotations: {
      [s3('endpoint')]: 'minio.example:9000',
      [s3('usehttps')]: '0',
      [s3('region')]: 'us-east-1',
      [s3('verifyssl')]: '1',
    },
    service: { storageUri: 's3://models/llm/qwen', secrets: ['s3-annotated'] },
    environment: {
      ...s3References('s3-annotated'),
      S3_USE_HTTPS: '0',
      S3_ENDPOINT: 'minio.example:9000',
      AWS_ENDPOINT_URL: 'http://minio.example:9000',
      S3_VERIFY_SSL: '1',
      AWS_DEFAULT_REGION: 'us-east-1',
    },
  },
  {
    name: 's3-https',
    what: 'takes it that S3 wants https unless told otherwise',
    data: s3Keys,
    annotations: { [s3('endpoint')]: 'minio.example:9000' },
    service: { storageUri: 's3://models/a', secrets: ['s3-https'] },
    environment: {
      ...s3References('s3-https'),
      S3_ENDPOINT: 'minio.example:9000',
      AWS_ENDPOINT_URL: 'https://minio.example:9000',
    },
  },
  {
    name: 's3-data',
    what: 'takes the endpoint of S3 from data, and of two regions one',
    data: {
      ...s3Keys,
      S3_ENDPOINT: 'minio.example:9000',
      S3_USE_HTTPS: '0',
      S3_REGION: 'ignored',
      AWS_DEFAULT_REGION: 'us-west-2',
    },
    service: { storageUri: 's3://models/a', secrets: ['s3-data'] },
    environment: {
      ...s3References('s3-data'),
      S3_USE_HTTPS: '0',
      S3_ENDPOINT: 'minio.example:9000',
      AWS_ENDPOINT_URL: 'http://minio.example:9000',
      AWS_DEFAULT_REGION: 'us-west-2',
    },
  },
  {
    name: 's3-ignored',
    what: 'ignores AWS_S3_ENDPOINT',
    data: { ...s3Keys, AWS_S3_ENDPOINT: 'http://minio.example:9000' },
    service: { storageUri: 's3://models/a', secrets: ['s3-ignored'] },
    environment: s3References('s3-ignored'),
  },
  {
    name: 'gcs',
    what: 'mounts the key file for GCS',
    data: { 'gcloud-application-credentials.json': '{}' },
    service: { storageUri: 'gs://models/a', secrets: ['gcs'] },
    environment: {
      GOOGLE_APPLICATION_CREDENTIALS:
        '/var/secrets/gcloud-application-credentials.json',
    },
  },
  {
    name: 'azure-key',
    what: 'refers to the account key for Azure',
    data: { AZURE_STORAGE_ACCESS_KEY: 'key' },
    service: {
      storageUri: 'https://account.blob.core.windows.net/models/a',
      secrets: ['azure-key'],
    },
    environment: {
      AZURE_STORAGE_ACCESS_KEY: 'azure-key/AZURE_STORAGE_ACCESS_KEY',
    },
  },
  {
    name: 'azure-principal',
    what: 'refers to the service principal for Azure, and to all beside it',
    data: {
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'secret',
      AZURE_TENANT_ID: 'tenant',
      AZURE_STORAGE_ACCESS_KEY: 'key',
      AZURE_ACCOUNT_NAME: 'account',
      AZURE_CONTAINER: 'models',
    },
    service: {
      storageUri: 'https://account.blob.core.windows.net/models/a',
      secrets: ['azure-principal'],
    },
    environment: {
      AZURE_CLIENT_ID: 'azure-principal/AZURE_CLIENT_ID',
      AZURE_CLIENT_SECRET: 'azure-principal/AZURE_CLIENT_SECRET',
      AZURE_TENANT_ID: 'azure-principal/AZURE_TENANT_ID',
      AZURE_STORAGE_ACCESS_KEY: 'azure-principal/AZURE_STORAGE_ACCESS_KEY',
      AZURE_ACCOUNT_NAME: 'azure-principal/AZURE_ACCOUNT_NAME',
    },
  },
  {
    name: 'azure-incomplete',
    what: 'refers to a tenant for Azure even where there is none',
    data: { AZURE_CLIENT_ID: 'client' },
    service: {
      storageUri: 'https://account.blob.core.windows.net/models/a',
      secrets: ['azure-incomplete'],
    },
    environment: {
      AZURE_CLIENT_ID: 'azure-incomplete/AZURE_CLIENT_ID',
      AZURE_TENANT_ID: 'azure-incomplete/AZURE_TENANT_ID',
    },
  },
  {
    name: 'hf',
    what: 'refers to the token of Hugging Face, and drops another hub',
    data: { HF_TOKEN: 'token', HF_ENDPOINT: 'https://hub.example' },
    service: { storageUri: 'hf://owner/model', secrets: ['hf'] },
    environment: { HF_TOKEN: 'hf/HF_TOKEN' },
  },
  {
    name: 's3-and-hf',
    what: 'takes one kind of one Secret, whatever the model needs',
    data: { ...s3Keys, HF_TOKEN: 'token' },
    service: { storageUri: 'hf://owner/model', secrets: ['s3-and-hf'] },
    environment: s3References('s3-and-hf'),
  },
  {
    name: 'https',
    what: 'downloads by https without credentials',
    service: { storageUri: 'https://models.example/a/model.joblib' },
    environment: {},
  },
  {
    name: 'https-headers',
    what: 'writes secret headers for a host into the pod for all to read',
    data: { 'https-host': 'models.example', headers: '{"X-Key":"hidden"}' },
    service: {
      storageUri: 'https://models.example/a/model.joblib',
      secrets: ['https-headers'],
    },
    environment: { 'models.example-headers': '{"X-Key":"hidden"}' },
  },
  {
    name: 's3-by-annotation',
    what: 'takes the Secret that the service names in an annotation',
    data: s3Keys,
    annotations: { [s3('endpoint')]: 'minio.example:9000' },
    service: {
      storageUri: 's3://models/a',
      annotations: {
        'serving.kserve.io/storageSecretName': 's3-by-annotation',
      },
    },
    environment: {
      ...s3References('s3-by-annotation'),
      S3_ENDPOINT: 'minio.example:9000',
      AWS_ENDPOINT_URL: 'https://minio.example:9000',
    },
  },
  {
    name: 'storage-config',
    what: 'takes an entry of storage-config',
    data: {
      entry: JSON.stringify({
        type: 's3',
        access_key_id: 'id',
        secret_access_key: 'key',
        endpoint_url: 'http://minio.example:9000',
        bucket: 'models',
      }),
    },
    service: { model: { storage: { key: 'entry', path: 'llm/qwen' } } },
    environment: { STORAGE_CONFIG: 'storage-config/entry' },
  },
];

describeOnKServe('the credentials that KServe gives to a pod', () => {
  const { api, secret, service, pod } = useServing();

  /** What the storage initializer gets; settings for speed are of no interest. */
  async function initializerOf(name: string) {
    const { spec } = await pod(name);
    const [container, ...others] = spec.initContainers;
    expect(others).toEqual([]);
    expect(container.name).toBe('storage-initializer');
    const { env, ...rest } = container;
    const wanted = env?.filter(
      (variable: any) => !/^HF_(HUB|XET)_/.test(variable.name),
    );
    return { ...rest, environment: environmentOf({ env: wanted }), spec };
  }

  it.each(cases)('$what', async testCase => {
    const { name, data, annotations, environment } = testCase;
    if (data) {
      await secret(name, data, annotations);
    }
    await service(name, testCase.service);
    const initializer = await initializerOf(name);
    expect(initializer.environment).toEqual(environment);
    expect(initializer.args).toEqual([
      testCase.service.storageUri ?? 's3://models/llm/qwen',
      '/mnt/models',
    ]);
  });

  it('mounts the key file from the Secret', async () => {
    await secret('gcs-volume', { 'gcloud-application-credentials.json': '{}' });
    await service('gcs-volume', {
      storageUri: 'gs://models/a',
      secrets: ['gcs-volume'],
    });
    const { volumeMounts, spec } = await initializerOf('gcs-volume');
    const mount = volumeMounts.find(
      ({ mountPath }: any) => mountPath === '/var/secrets/',
    );
    expect(mount?.name).toBe('user-gcp-sa');
    expect(spec.volumes).toContainEqual({
      name: 'user-gcp-sa',
      secret: expect.objectContaining({ secretName: 'gcs-volume' }),
    });
  });

  it('mixes the keys and endpoints of two Secrets', async () => {
    await secret('first', s3Keys, { [s3('endpoint')]: 'first.example' });
    await secret('second', s3Keys, { [s3('endpoint')]: 'second.example' });
    await service('mixed', {
      storageUri: 's3://models/a',
      secrets: ['first', 'second'],
    });
    const { environment } = await initializerOf('mixed');
    expect(environment).toEqual({
      ...s3References('first'),
      S3_ENDPOINT: 'second.example',
      AWS_ENDPOINT_URL: 'https://second.example',
    });
  });

  it('runs an OCI image beside the model server, with the pull secrets', async () => {
    await service('oci', {
      storageUri: 'oci://registry.example/models/qwen:1',
      predictor: { imagePullSecrets: [{ name: 'connection' }] },
    });
    const { spec } = await pod('oci');
    const image = 'registry.example/models/qwen:1';
    expect(spec.initContainers).toEqual([
      expect.objectContaining({ name: 'modelcar-init', image }),
    ]);
    expect(spec.containers).toEqual([
      expect.objectContaining({ name: 'kserve-container' }),
      expect.objectContaining({ name: 'modelcar', image }),
    ]);
    expect(spec.imagePullSecrets).toEqual([{ name: 'connection' }]);
  });

  it('takes pull secrets of the account only when the service has none', async () => {
    await api.create('serviceaccounts', {
      metadata: { name: 'puller' },
      imagePullSecrets: [{ name: 'of-the-project' }],
    });
    const predictor = { serviceAccountName: 'puller' };
    await service('inherits', {
      storageUri: 'oci://registry.example/a',
      predictor,
    });
    await service('replaces', {
      storageUri: 'oci://registry.example/a',
      predictor: { ...predictor, imagePullSecrets: [{ name: 'connection' }] },
    });
    expect((await pod('inherits')).spec.imagePullSecrets).toEqual([
      { name: 'of-the-project' },
    ]);
    expect((await pod('replaces')).spec.imagePullSecrets).toEqual([
      { name: 'connection' },
    ]);
  });

  it('mounts a volume claim without downloading', async () => {
    await service('pvc', { storageUri: 'pvc://claim/llm/qwen' });
    const { spec } = await pod('pvc');
    expect(spec.initContainers).toBeUndefined();
    expect(spec.volumes).toContainEqual({
      name: 'kserve-pvc-source',
      persistentVolumeClaim: { claimName: 'claim' },
    });
    expect(spec.containers[0].volumeMounts).toContainEqual({
      name: 'kserve-pvc-source',
      mountPath: '/mnt/models',
      subPath: 'llm/qwen',
      readOnly: true,
    });
  });
});
