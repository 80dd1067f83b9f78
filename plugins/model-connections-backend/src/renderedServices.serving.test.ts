import { randomBytes } from 'node:crypto';
import {
  connectLocalCluster,
  Kubelet,
  LocalCluster,
  predictorRevision,
  waitUntil,
} from '@mooring/local-cluster';
import {
  alauda,
  dedicatedServiceAccountName,
  hasStaleS3Literals,
  InferenceService,
  mergePatchOf,
  ModelConnection,
  ModelLocation,
  modelServiceNameProblem,
  ModelServiceWrite,
  ownerReferenceTo,
  protocolOf,
  readModelService,
  renderModelService,
  s3LiteralsOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { describeOnKServe } from './__testUtils__/describeOnKServe';

const secrets: Record<
  string,
  { protocol: string; data: Record<string, string> }
> = {
  minio: {
    protocol: 's3',
    data: {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'key',
      AWS_S3_ENDPOINT: 'http://minio.example:9000',
      AWS_S3_BUCKET: 'models',
    },
  },
  registry: {
    protocol: 'oci',
    data: { '.dockerconfigjson': '{"auths":{}}', OCI_HOST: 'r.example' },
  },
  gcs: {
    protocol: 'gcs',
    data: { 'gcloud-application-credentials.json': '{}', GCS_BUCKET: 'b' },
  },
  azure: {
    protocol: 'azure',
    data: {
      AZURE_STORAGE_ACCESS_KEY: 'key',
      AZURE_ACCOUNT_NAME: 'acme',
      AZURE_CONTAINER: 'models',
    },
  },
  hf: { protocol: 'hf', data: { HF_TOKEN: 'hf_token' } },
};
const connectionOf = (name: string): ModelConnection => ({
  name,
  protocol: protocolOf(secrets[name].protocol)!.id,
  keys: Object.keys(secrets[name].data),
  values: secrets[name].data,
});

/** What the shared rules render, held against KServe's own controller. */
describeOnKServe('rendered model services', () => {
  const namespace = `serving-${randomBytes(3).toString('hex')}`;
  const core = `/api/v1/namespaces/${namespace}`;
  const services = `/apis/serving.kserve.io/v1beta1/namespaces/${namespace}/inferenceservices`;
  const accountPullSecrets = ['of-the-project'];
  let cluster: LocalCluster;
  let kubelet: Kubelet;

  beforeAll(async () => {
    cluster = connectLocalCluster()!;
    kubelet = new Kubelet(cluster);
    await cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
      ...Object.entries(secrets).map(([name, { protocol, data }]) => ({
        apiVersion: 'v1',
        kind: 'Secret',
        type: protocol === 'oci' ? 'kubernetes.io/dockerconfigjson' : 'Opaque',
        metadata: {
          name,
          namespace,
          annotations: protocolOf(protocol)!.servingAnnotations(data),
        },
        stringData: data,
      })),
    ]);
    await call('PATCH', `${core}/serviceaccounts/default`, {
      imagePullSecrets: accountPullSecrets.map(name => ({ name })),
    });
  });
  afterAll(async () => {
    await cluster.request('DELETE', `/api/v1/namespaces/${namespace}`);
    await cluster.stop();
  });

  async function call(method: string, path: string, body?: object) {
    const answer = await cluster.request(method, path, { body });
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.body.message}`);
    }
    return answer.body;
  }

  const render = (write: ModelServiceWrite, current?: InferenceService) =>
    renderModelService({
      namespace,
      write,
      convention: alauda,
      current,
      connection:
        write.location?.kind === 'connection'
          ? connectionOf(write.location.connection)
          : undefined,
      accountPullSecrets,
    });
  const writeOf = (name: string, location: ModelLocation) => ({
    name,
    displayName: 'A model',
    modelFormat: { name: 'sklearn' },
    location,
  });
  const accountPath = (service: string) =>
    `${core}/serviceaccounts/${dedicatedServiceAccountName(service)}`;

  async function deploy(name: string, location: ModelLocation) {
    const { serviceAccount, inferenceService } = render(
      writeOf(name, location),
    );
    if (serviceAccount) {
      await call('POST', `${core}/serviceaccounts`, serviceAccount);
    }
    const stored = await call('POST', services, inferenceService);
    if (serviceAccount) {
      await call('PATCH', accountPath(name), {
        metadata: { ownerReferences: [ownerReferenceTo(stored)] },
      });
    }
    return kubelet.waitForPod(namespace, name);
  }

  /** New binding in, one patch, old binding out. */
  async function move(name: string, location: ModelLocation) {
    const current = await call('GET', `${services}/${name}`);
    const { serviceAccount, inferenceService } = render(
      writeOf(name, location),
      current,
    );
    if (serviceAccount) {
      await call('POST', `${core}/serviceaccounts`, {
        ...serviceAccount,
        metadata: {
          ...serviceAccount.metadata,
          ownerReferences: [ownerReferenceTo(current)],
        },
      });
    }
    const patch = mergePatchOf(current, inferenceService);
    await call('PATCH', `${services}/${name}`, patch);
    const wasBoundByAccount =
      current.spec.predictor.serviceAccountName ===
      dedicatedServiceAccountName(name);
    if (wasBoundByAccount && !serviceAccount) {
      await call('DELETE', accountPath(name));
    }
  }

  const from = (connection: string, path: string): ModelLocation => ({
    kind: 'connection',
    connection,
    path,
  });
  const variables = (pod: any): string[] =>
    (pod.spec.initContainers?.[0].env ?? []).map(
      ({ name, value, valueFrom }: any) =>
        value === undefined
          ? `${name} of ${valueFrom.secretKeyRef.name}`
          : `${name}=${value}`,
    );

  it.each<{ connection: string; path: string; uri: string; variable: string }>([
    {
      connection: 'minio',
      path: 'llm/a',
      uri: 's3://models/llm/a',
      variable: 'AWS_SECRET_ACCESS_KEY of minio',
    },
    {
      connection: 'gcs',
      path: 'a',
      uri: 'gs://b/a',
      variable:
        'GOOGLE_APPLICATION_CREDENTIALS=/var/secrets/gcloud-application-credentials.json',
    },
    {
      connection: 'azure',
      path: 'a',
      uri: 'https://acme.blob.core.windows.net/models/a',
      variable: 'AZURE_STORAGE_ACCESS_KEY of azure',
    },
    {
      connection: 'hf',
      path: 'owner/model:main',
      uri: 'hf://owner/model:main',
      variable: 'HF_TOKEN of hf',
    },
  ])(
    'give the pod the credentials of $connection',
    async ({ connection, path, uri, variable }) => {
      const pod = await deploy(`from-${connection}`, from(connection, path));
      expect(pod.spec.initContainers[0].args[0]).toBe(uri);
      expect(variables(pod)).toContain(variable);
      // The project's own images need them.
      expect(pod.spec.imagePullSecrets).toEqual([{ name: 'of-the-project' }]);
    },
  );

  it('move from one place to another in one rollout each', async () => {
    const name = 'moving';
    const revision = () => predictorRevision(cluster, namespace, name);
    const first = await deploy(name, from('minio', 'a'));
    await kubelet.makeReady(first);
    expect(variables(first)).toContain('S3_ENDPOINT=minio.example:9000');
    const stored = await call('GET', `${services}/${name}`);
    expect(await revision()).toBe(1);

    const isMade = (what: string, accept: (pod: any) => boolean) =>
      waitUntil(what, async () => {
        const pod = (await kubelet.podsOf(namespace, name)).find(accept);
        if (!pod) return false;
        await kubelet.makeReady(pod);
        return (await kubelet.podsOf(namespace, name)).length === 1 && pod;
      });

    await move(name, from('registry', 'qwen:1'));
    const oci = await isMade('the pod with the image', ({ spec }) =>
      spec.containers.some(({ image }: any) => image === 'r.example/qwen:1'),
    );
    expect(oci.spec.imagePullSecrets).toEqual([
      { name: 'of-the-project' },
      { name: 'registry' },
    ]);
    expect(oci.spec.serviceAccountName).toBe('default');
    expect(await revision()).toBe(2);

    await move(name, { kind: 'pvc', claim: 'claim', path: 'a' });
    const pvc = await isMade('the pod with the claim', ({ spec }) =>
      spec.volumes.some(
        ({ persistentVolumeClaim: claim }: any) => claim?.claimName === 'claim',
      ),
    );
    expect(pvc.spec.imagePullSecrets).toEqual([{ name: 'of-the-project' }]);
    expect(await revision()).toBe(3);
    const account = await cluster.request('GET', accountPath(name));
    expect(account.status).toBe(404);

    await move(name, from('minio', 'a'));
    const back = await isMade('the pod with the keys', pod =>
      variables(pod).includes('S3_ENDPOINT=minio.example:9000'),
    );
    expect(back.spec.serviceAccountName).toBe('moving-model-source');
    expect(await revision()).toBe(4);
    const { metadata, spec } = await call('GET', `${services}/${name}`);
    expect(spec).toEqual(stored.spec);
    expect(metadata.annotations).toEqual(stored.metadata.annotations);

    await call('DELETE', `${services}/${name}`);
    await waitUntil('the account is gone', async () => {
      const { status } = await cluster.request('GET', accountPath(name));
      return status === 404;
    });
  });

  it('are not changed by an update that changes nothing', async () => {
    const location = from('minio', 'a');
    await deploy('kept', location);
    const current = await call('GET', `${services}/kept`);
    const read = readModelService(current, { cluster: 'local' });
    expect(read.location).toEqual(location);
    const { inferenceService } = render(read, current);
    expect(mergePatchOf(current, inferenceService)).toBeUndefined();
  });

  const annotation = (name: string) => `serving.kserve.io/s3-${name}`;
  it.each<{ what: string; annotations: object; values: object }>([
    {
      what: 'all annotations',
      annotations: {
        [annotation('endpoint')]: 'minio.example:9000',
        [annotation('usehttps')]: '0',
        [annotation('region')]: 'us-east-1',
        [annotation('verifyssl')]: '0',
        [annotation('usevirtualbucket')]: 'true',
        [annotation('useanoncredential')]: 'false',
        [annotation('useaccelerate')]: 'false',
        [annotation('cabundle')]: '/ca.crt',
        [annotation('cabundle-configmap')]: 'ca',
      },
      values: { AWS_DEFAULT_REGION: 'ignored', S3_ENDPOINT: 'ignored' },
    },
    {
      what: 'an endpoint only',
      annotations: { [annotation('endpoint')]: 'minio.example' },
      values: { AWS_S3_ENDPOINT: 'http://ignored.example' },
    },
    {
      what: 'an endpoint with its scheme',
      annotations: {
        [annotation('endpoint')]: 'http://minio.example/',
        [annotation('usehttps')]: '1',
      },
      values: {},
    },
    {
      what: 'data only',
      annotations: {},
      values: {
        S3_ENDPOINT: 'https://minio.example',
        AWS_DEFAULT_REGION: 'us-west-2',
        S3_VERIFY_SSL: '1',
      },
    },
    { what: 'nothing', annotations: {}, values: {} },
  ])(
    'know what is written into the pod from a Secret with $what',
    async ({ what, annotations, values }) => {
      const name = `s3-${what.replaceAll(' ', '-')}`;
      const keys = { AWS_ACCESS_KEY_ID: 'i', AWS_SECRET_ACCESS_KEY: 'k' };
      await call('POST', `${core}/secrets`, {
        metadata: { name, annotations },
        stringData: { ...keys, ...values },
      });
      await call('POST', services, {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: {
          name,
          annotations: { 'serving.kserve.io/storageSecretName': name },
        },
        spec: {
          predictor: {
            model: {
              modelFormat: { name: 'sklearn' },
              storageUri: 's3://models/a',
            },
          },
        },
      });
      const { env } = (await kubelet.waitForPod(namespace, name)).spec
        .initContainers[0];
      const written = env.filter(
        (variable: any) =>
          variable.value !== undefined && !/^HF_/.test(variable.name),
      );
      const expected = s3LiteralsOf({ ...annotations }, { ...values });
      expect(
        Object.fromEntries(written.map((each: any) => [each.name, each.value])),
      ).toMatchObject(expected);
      expect(hasStaleS3Literals(env, expected)).toBe(false);
    },
  );

  it('may have names as long as we let them be', async () => {
    const longest = 'a'.repeat(52 - namespace.length);
    expect(modelServiceNameProblem(longest, namespace)).toBeUndefined();
    expect(modelServiceNameProblem(`${longest}a`, namespace)).toBeDefined();
    const pod = await deploy(longest, { kind: 'uri', uri: 'hf://o/m' });
    expect(pod.metadata.labels['serving.kserve.io/inferenceservice']).toBe(
      longest,
    );
  });
});
