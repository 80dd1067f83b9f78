import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { describeOnKubernetes } from './__testUtils__/describeOnKubernetes';
import { createKubectl, Kubectl } from './__testUtils__/kubectl';
import {
  inferenceService,
  MINIO_LITERALS,
  nextSecond,
  serviceAccount,
  TestPods,
} from './__testUtils__/servingFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import { errorOfAnswer } from './kubernetes/errorOfAnswer';

const SERVICE = 'qwen';
const CREDENTIALS = { secret: 'minio-models', literals: MINIO_LITERALS };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** kubectl, server-side apply and the controllers, which the embedded API server does not have. */
describeOnKubernetes('drift of what uses a connection', () => {
  let portal: TestPortal;
  let kubectl: Kubectl;
  let project: string;
  let pods: TestPods;
  let secret: string;
  const connection = () =>
    `/clusters/local/namespaces/${project}/connections/minio-models`;
  const secretPath = () => `/api/v1/namespaces/${project}/secrets/minio-models`;
  const inProject = (...args: string[]) => ['-n', project, ...args];
  const edit = async (change: object) => {
    const { body } = await portal.call('get', connection()).expect(200);
    const { resourceVersion } = body;
    await portal
      .call('patch', connection())
      .send({ resourceVersion, ...change })
      .expect(200);
  };
  /** As the list and as the connection itself tell it. */
  const drift = async () => {
    const list = await portal.call(
      'get',
      `/clusters/local/namespaces/${project}/dependents`,
    );
    const one = await portal.call('get', `${connection()}/dependents`);
    return [list.body.items[0].stale, one.body.items[0].drift];
  };
  const NONE = [0, undefined];

  /** The connection's Secret as somebody would keep it in a file. */
  const manifest = (value: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'minio-models', namespace: project },
    data: { AWS_SECRET_ACCESS_KEY: base64(value) },
  });

  beforeAll(async () => {
    portal = await startTestPortal();
    kubectl = createKubectl(portal.cluster);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
  });
  afterAll(async () => {
    kubectl.stop();
    await portal.stop();
  });
  beforeEach(async () => {
    project = await createProject(portal.cluster);
    pods = new TestPods(portal.cluster, project);
    secret = plant('secret');
    await portal
      .call('post', `/clusters/local/namespaces/${project}/connections`)
      .send(minioModels(secret))
      .expect(201);
    await portal.cluster.apply([
      serviceAccount(project, `${SERVICE}-model-source`, ['minio-models'], {
        annotations: { 'mooring.dev/model-service': SERVICE },
      }),
      inferenceService(project, SERVICE, {
        connection: 'minio-models',
        storageUri: `s3://models/llm/${SERVICE}`,
        predictor: { serviceAccountName: `${SERVICE}-model-source` },
      }),
    ]);
    await pods.roll(SERVICE, CREDENTIALS);
    await nextSecond();
  });

  it.each<[string, () => unknown]>([
    ['a display name', () => edit({ displayName: 'Renamed' })],
    ['a description', () => edit({ description: 'What it is for.' })],
    [
      "somebody's label",
      () => kubectl.run(inProject('label', 'secret', 'minio-models', 'team=a')),
    ],
    [
      'values applied as they are, server-side',
      () =>
        kubectl.run(
          ['apply', '--server-side', '--field-manager=gitops', '-f', '-'],
          { input: JSON.stringify(manifest(secret)) },
        ),
    ],
    [
      'values patched as they are',
      () =>
        kubectl.run(
          inProject(
            ...['patch', 'secret', 'minio-models', '--type=merge', '-p'],
            JSON.stringify({ data: manifest(secret).data }),
          ),
        ),
    ],
    [
      'managed fields that are wiped',
      () =>
        portal.cluster.request('PATCH', secretPath(), {
          body: { metadata: { managedFields: [{}] } },
        }),
    ],
  ])('is none after %s', async (_, act) => {
    await act();
    expect(await drift()).toEqual(NONE);
  });

  it('is none by an entry that has no time', async () => {
    kubectl.run(
      ['apply', '--server-side', '--field-manager=gitops', '-f', '-'],
      { input: JSON.stringify(manifest(secret)) },
    );
    const { body } = await portal.cluster.request('GET', secretPath());
    const entry = body.metadata.managedFields.find(
      ({ manager }: { manager: string }) => manager === 'gitops',
    );
    expect(entry.time).toBeUndefined();
    expect(Object.keys(entry.fieldsV1)).toContain('f:data');
    expect(await drift()).toEqual(NONE);
  });

  it.each<[string, () => unknown]>([
    [
      'a secret changed here',
      () => edit({ values: { AWS_SECRET_ACCESS_KEY: 'rotated' } }),
    ],
    [
      'kubectl patch',
      () =>
        kubectl.run(
          inProject(
            ...['patch', 'secret', 'minio-models', '--type=merge', '-p'],
            JSON.stringify({ data: manifest('patched').data }),
          ),
        ),
    ],
    [
      'kubectl edit',
      () =>
        kubectl.run(inProject('edit', 'secret', 'minio-models'), {
          env: {
            KUBE_EDITOR: `sed -i s/${base64(secret)}/${base64('edited')}/`,
          },
        }),
    ],
    [
      'kubectl apply',
      () =>
        kubectl.run(['apply', '-f', '-'], {
          input: JSON.stringify(manifest('applied')),
        }),
    ],
    [
      'server-side apply',
      () =>
        kubectl.run(
          [
            ...['apply', '--server-side', '--force-conflicts'],
            ...['--field-manager=gitops', '-f', '-'],
          ],
          { input: JSON.stringify(manifest('applied')) },
        ),
    ],
    [
      'kubectl annotate of what KServe reads',
      () =>
        kubectl.run(
          inProject(
            ...['annotate', '--overwrite', 'secret', 'minio-models'],
            'serving.kserve.io/s3-endpoint=minio.minio.svc:9001',
          ),
        ),
    ],
  ])('is "restart" after %s, and none once it is applied', async (_, act) => {
    await act();
    expect(await drift()).toEqual([1, 'restart']);
    const { body } = await portal
      .call('post', `${connection()}/apply-to-dependents`)
      .send({})
      .expect(200);
    expect(body.items).toMatchObject([{ name: SERVICE, applied: 'restarted' }]);
    const { body: now } = await portal.cluster.request('GET', secretPath());
    const endpoint = now.metadata.annotations['serving.kserve.io/s3-endpoint'];
    await pods.roll(SERVICE, {
      ...CREDENTIALS,
      literals: {
        ...MINIO_LITERALS,
        S3_ENDPOINT: endpoint,
        AWS_ENDPOINT_URL: `http://${endpoint}`,
      },
    });
    expect(await drift()).toEqual(NONE);
    expect(portal.output()).not.toContain(secret);
  });

  it('is "redeploy" after a change of the bucket, whoever makes it', async () => {
    await edit({ values: { AWS_S3_BUCKET: 'second' } });
    expect(await drift()).toEqual([1, 'redeploy']);
    const apply = () =>
      portal
        .call('post', `${connection()}/apply-to-dependents`)
        .send({})
        .expect(200);
    expect((await apply()).body.items[0].applied).toBe('redeployed');
    await pods.roll(SERVICE, CREDENTIALS);
    expect(await drift()).toEqual(NONE);

    await nextSecond();
    kubectl.run(
      inProject(
        ...['patch', 'secret', 'minio-models', '--type=merge', '-p'],
        JSON.stringify({ data: { AWS_S3_BUCKET: base64('third') } }),
      ),
    );
    // Our note of the bucket is old then, so a list knows no more than that something changed.
    expect(await drift()).toEqual([1, 'redeploy']);
    expect((await apply()).body.items[0].applied).toBe('redeployed');
    const { body } = await portal.cluster.request(
      'GET',
      `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${SERVICE}`,
    );
    expect(body.spec.predictor.model.storageUri).toBe('s3://third/llm/qwen');
  });

  it('is left where a policy of the cluster refuses the change, in its words', async () => {
    const name = `frozen-${project}`;
    const group = 'admissionregistration.k8s.io/v1';
    const rule = {
      apiGroups: ['serving.kserve.io'],
      apiVersions: ['*'],
      operations: ['UPDATE'],
      resources: ['inferenceservices'],
    };
    await portal.cluster.apply([
      {
        apiVersion: group,
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name },
        spec: {
          failurePolicy: 'Fail',
          matchConstraints: { resourceRules: [rule] },
          validations: [
            {
              expression: `object.metadata.namespace != '${project}'`,
              message: 'No changes on Fridays.',
            },
          ],
        },
      },
      {
        apiVersion: group,
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name },
        spec: { policyName: name, validationActions: ['Deny'] },
      },
    ]);
    const apply = async () => {
      const { body } = await portal
        .call('post', `${connection()}/apply-to-dependents`)
        .send({ dependents: [{ kind: 'InferenceService', name: SERVICE }] });
      return body.items[0];
    };
    let applied = await apply();
    const deadline = Date.now() + 20_000;
    while (applied.applied !== 'failed' && Date.now() < deadline) {
      applied = await apply(); // until the policy is in force
    }
    expect(applied.reason).toContain('No changes on Fridays.');
  });

  it('loses no update in 100 pairs of concurrent edits', async () => {
    let conflicts = 0;
    /** Reads and patches until nobody was faster; that somebody was has to be said. */
    const write = async (url: string, values: object) => {
      for (;;) {
        const { body } = await portal.call('get', url);
        const { status } = await portal
          .call('patch', url)
          .send({ resourceVersion: body.resourceVersion, values });
        if (status === 200) return;
        expect(status).toBe(409);
        conflicts += 1;
      }
    };
    const pairsOn = async (name: string) => {
      const connections = `/clusters/local/namespaces/${project}/connections`;
      await portal
        .call('post', connections)
        .send({ ...minioModels('s'), name })
        .expect(201);
      for (let pair = 0; pair < 10; pair += 1) {
        const url = `${connections}/${name}`;
        await Promise.all([
          write(url, { AWS_DEFAULT_REGION: `region-${pair}` }),
          write(url, { AWS_S3_BUCKET: `bucket-${pair}` }),
        ]);
        const { body } = await portal.cluster.request(
          'GET',
          `/api/v1/namespaces/${project}/secrets/${name}`,
        );
        const { data, metadata } = body;
        expect(data.AWS_DEFAULT_REGION).toBe(base64(`region-${pair}`));
        expect(data.AWS_S3_BUCKET).toBe(base64(`bucket-${pair}`));
        expect(metadata.annotations).toMatchObject({
          'serving.kserve.io/s3-region': `region-${pair}`,
          'mooring.dev/model-source': expect.stringContaining(
            `s3://bucket-${pair}`,
          ),
        });
      }
    };
    await Promise.all(
      Array.from({ length: 10 }, (_, lane) => pairsOn(`pairs-${lane}`)),
    );
    // Else they were not concurrent, and this has shown nothing.
    expect(conflicts).toBeGreaterThan(0);
  });

  it('knows an API that the cluster does not have', async () => {
    const { status, body } = await portal.cluster.request(
      'GET',
      '/apis/serving.example.com/v1/namespaces/default/things',
    );
    const known = { name: 'local', authProvider: 'serviceAccount' };
    expect(errorOfAnswer(known, status, undefined, {}, body)).toMatchObject({
      name: 'NotFoundError',
      statusCode: 404,
    });
  });
});
