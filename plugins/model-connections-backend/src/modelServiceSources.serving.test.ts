import {
  connectLocalCluster,
  Kubelet,
  LocalCluster,
} from '@mooring/local-cluster';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { describeOnKServe } from './__testUtils__/describeOnKServe';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

const hidden = {
  accountKey: plant('account-key'),
  clientSecret: plant('client-secret'),
  googleKey: plant('google-key'),
  headers: plant('headers'),
  s3Secret: plant('s3-secret'),
  token: `hf_${plant('token')}`,
};

/** A connection, the model that is deployed from it, and what the pod has to get. */
interface Source {
  /** Of the connection and of the service. */
  name: string;
  what: string;
  typeName: string;
  values: Record<string, string>;
  path?: string;
  uri: string;
  /** All that the storage initializer gets, besides settings for speed: literals, or `secret/key`. */
  environment: Record<string, string>;
  /** Whether an account is made for the service. */
  hasAccount: boolean;
}

const azure = { AZURE_ACCOUNT_NAME: 'acme', AZURE_CONTAINER: 'models' };
const googleKey = {
  'gcloud-application-credentials.json': JSON.stringify({
    type: 'service_account',
    client_email: 'reader@project.iam.gserviceaccount.com',
    private_key: hidden.googleKey,
  }),
  GCS_BUCKET: 'models',
};

const sources: Source[] = [
  {
    name: 'gcs',
    what: 'Google Cloud Storage',
    typeName: 'ct-gcs',
    values: googleKey,
    path: 'llm/qwen',
    uri: 'gs://models/llm/qwen',
    environment: {
      GOOGLE_APPLICATION_CREDENTIALS:
        '/var/secrets/gcloud-application-credentials.json',
    },
    hasAccount: true,
  },
  {
    name: 'azure-key',
    what: 'Azure with an account key',
    typeName: 'ct-azure-blob',
    values: { ...azure, AZURE_STORAGE_ACCESS_KEY: hidden.accountKey },
    path: 'llm/qwen',
    uri: 'https://acme.blob.core.windows.net/models/llm/qwen',
    environment: {
      AZURE_STORAGE_ACCESS_KEY: 'azure-key/AZURE_STORAGE_ACCESS_KEY',
    },
    hasAccount: true,
  },
  {
    name: 'azure-principal',
    what: 'Azure with a service principal',
    typeName: 'ct-azure-blob',
    values: {
      ...azure,
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: hidden.clientSecret,
      AZURE_TENANT_ID: 'tenant',
    },
    path: 'llm/qwen',
    uri: 'https://acme.blob.core.windows.net/models/llm/qwen',
    environment: {
      AZURE_CLIENT_ID: 'azure-principal/AZURE_CLIENT_ID',
      AZURE_CLIENT_SECRET: 'azure-principal/AZURE_CLIENT_SECRET',
      AZURE_TENANT_ID: 'azure-principal/AZURE_TENANT_ID',
      AZURE_ACCOUNT_NAME: 'azure-principal/AZURE_ACCOUNT_NAME',
    },
    hasAccount: true,
  },
  {
    name: 'hf',
    what: 'Hugging Face',
    typeName: 'ct-huggingface',
    values: { HF_TOKEN: hidden.token, HF_ENDPOINT: 'https://hub.example' },
    path: 'owner/model:main',
    uri: 'hf://owner/model:main',
    environment: { HF_TOKEN: 'hf/HF_TOKEN' },
    hasAccount: true,
  },
  {
    name: 'plain',
    what: 'an https address',
    typeName: 'ct-uri-repository',
    values: { URI: 'https://models.example/a/model.joblib' },
    uri: 'https://models.example/a/model.joblib',
    environment: {},
    hasAccount: false,
  },
  {
    name: 'headers',
    what: 'an https address behind a login',
    typeName: 'ct-uri-repository',
    values: {
      URI: 'https://models.example/a/model.joblib',
      'https-host': 'models.example',
      headers: JSON.stringify({ 'X-Key': hidden.headers }),
    },
    uri: 'https://models.example/a/model.joblib',
    // KServe writes them into the pod as they are.
    environment: {
      'models.example-headers': JSON.stringify({ 'X-Key': hidden.headers }),
    },
    hasAccount: true,
  },
];

/** Every kind of source through the portal's API, held against the pods that KServe's own controller makes. */
describeOnKServe('models from every kind of source on KServe', () => {
  let portal: TestPortal;
  let local: LocalCluster;
  let kubelet: Kubelet;
  let project: string;

  const url = (path: string) => `/clusters/local/namespaces/${project}/${path}`;
  const core = (path: string) => `/api/v1/namespaces/${project}/${path}`;

  beforeAll(async () => {
    portal = await startTestPortal();
    local = connectLocalCluster()!;
    kubelet = new Kubelet(local);
    project = await createProject(local);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => {
    await local.request('DELETE', `/api/v1/namespaces/${project}`);
    await local.stop();
    await portal.stop();
  });

  const connect = async (connection: object) => {
    const { status, body } = await portal
      .call('post', url('connections'))
      .send(connection);
    expect([status, body.error]).toEqual([201, undefined]);
  };

  async function deploy(name: string, location: object) {
    const { status, body } = await portal
      .call('post', url('model-services'))
      .send({ name, modelFormat: { name: 'sklearn' }, location });
    expect([status, body.error]).toEqual([201, undefined]);
    return await kubelet.waitForPod(project, name);
  }

  const environmentOf = (pod: any): Record<string, string> =>
    Object.fromEntries(
      (pod.spec.initContainers[0].env ?? [])
        .filter(({ name }: any) => !/^HF_(HUB|XET)_/.test(name))
        .map(({ name, value, valueFrom }: any) => {
          const reference = valueFrom?.secretKeyRef;
          return [
            name,
            reference ? `${reference.name}/${reference.key}` : value,
          ];
        }),
    );

  const accountOf = (service: string) =>
    local.request('GET', core(`serviceaccounts/${service}-model-source`));

  it.each(sources)('give pods what $what needs', async source => {
    const { name, typeName, values, path, uri, hasAccount } = source;
    await connect({ name, typeName, values });
    const location = { kind: 'connection', connection: name, path };
    const pod = await deploy(name, location);
    const { args, volumeMounts } = pod.spec.initContainers[0];
    expect(args).toEqual([uri, '/mnt/models']);
    expect(environmentOf(pod)).toEqual(source.environment);
    expect((await accountOf(name)).status).toBe(hasAccount ? 200 : 404);
    expect(pod.spec.serviceAccountName).toBe(
      hasAccount ? `${name}-model-source` : 'default',
    );

    const mounted = pod.spec.volumes.filter(
      ({ secret }: any) => secret?.secretName === name,
    );
    expect(mounted).toHaveLength(typeName === 'ct-gcs' ? 1 : 0);
    for (const volume of mounted) {
      expect(volumeMounts).toContainEqual(
        expect.objectContaining({
          name: volume.name,
          mountPath: '/var/secrets/',
        }),
      );
    }

    await kubelet.makeReady(pod);
    const { body: read } = await portal
      .call('get', url(`model-services/${name}`))
      .expect(200);
    expect(read.location).toEqual(JSON.parse(JSON.stringify(location)));
    expect(read.status.drift).toBeUndefined();
    const { body: tried } = await portal
      .call('post', url(`model-services/${name}/apply?dryRun=All`))
      .expect(200);
    // It is bound as it should be: nothing but the pods would be made anew.
    expect(tried.changes.map((change: any) => change.path)).toEqual([
      ['spec', 'predictor', 'annotations', 'mooring.dev/restarted-at'],
    ]);
  });

  describe('with an account of the project', () => {
    const roleArn = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/r' };
    const account = {
      name: 'workload',
      annotations: { ...roleArn, 'serving.kserve.io/s3-region': 'eu-west-1' },
    };
    const read = async () =>
      (await local.request('GET', core(`serviceaccounts/${account.name}`)))
        .body;

    beforeAll(async () => {
      await local.apply([
        {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { ...account, namespace: project },
          imagePullSecrets: [{ name: 'of-the-account' }],
        },
      ]);
      await connect(minioModels(hidden.s3Secret));
    });

    it.each([
      {
        name: 'keyless-s3',
        what: 'a connection',
        location: {
          kind: 'connection',
          connection: 'minio-models',
          path: 'a',
        },
        uri: 's3://models/a',
      },
      {
        name: 'keyless-uri',
        what: 'an address',
        location: { kind: 'uri', uri: 's3://others/a' },
        uri: 's3://others/a',
      },
    ])(
      'run under it without keys, from $what, and leave it as it is',
      async ({ name, location, uri }) => {
        const before = await read();
        const chosen = { ...location, serviceAccountName: account.name };
        const pod = await deploy(name, chosen);
        expect(pod.spec.serviceAccountName).toBe(account.name);
        expect(pod.spec.initContainers[0].args[0]).toBe(uri);
        // The role brings the credentials; keys beside it would win.
        expect(Object.values(environmentOf(pod)).join()).not.toContain(
          'minio-models/',
        );
        expect(environmentOf(pod)).toMatchObject({
          AWS_DEFAULT_REGION: 'eu-west-1',
        });
        expect(pod.spec.imagePullSecrets).toEqual([{ name: 'of-the-account' }]);
        expect((await accountOf(name)).status).toBe(404);
        const service = url(`model-services/${name}`);
        const { body } = await portal.call('get', service).expect(200);
        expect(body.location).toEqual(chosen);
        await portal.call('post', `${service}/apply`).expect(
          // An address has nothing to apply.
          location.kind === 'connection' ? 200 : 400,
        );
        await portal.call('delete', service).expect(204);
        expect(await read()).toEqual(before);
      },
    );
  });

  it('show a hidden value nowhere', async () => {
    const answers = await Promise.all(
      sources.flatMap(({ name, path }) => [
        portal.call('get', url(`model-services/${name}`)),
        portal.call('get', url(`model-services/${name}/manifest`)),
        portal.call('post', url('model-services/preview')).send({
          name: `${name}-again`,
          modelFormat: { name: 'sklearn' },
          location: { kind: 'connection', connection: name, path },
        }),
      ]),
    );
    for (const value of Object.values(hidden)) {
      expect(portal.output()).not.toContain(value);
      for (const { status, text } of answers) {
        expect(status).toBe(200);
        expect(text).not.toContain(value);
      }
    }
  });
});
