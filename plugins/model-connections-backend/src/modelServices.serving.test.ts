import {
  connectLocalCluster,
  Kubelet,
  LocalCluster,
  predictorRevision,
  waitUntil,
} from '@mooring/local-cluster';
import { rootCa } from '@mooring/test-certificates';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { describeOnKServe } from './__testUtils__/describeOnKServe';
import { inferenceService } from './__testUtils__/servingFixtures';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import { writeOf } from './services/model-services/writeOf';

const registry = (password: string) => ({
  name: 'registry',
  typeName: 'ct-oci-registry',
  values: {
    ACCESS_TYPE: ['Pull'],
    OCI_HOST: 'r.example',
    '.dockerconfigjson': JSON.stringify({
      auths: { 'r.example': { username: 'u', password } },
    }),
  },
});

/** Model services through the portal's API, held against KServe's own controller. */
describeOnKServe('model services on KServe', () => {
  const secret = plant('secret');
  const password = plant('password');
  let portal: TestPortal;
  let local: LocalCluster;
  let kubelet: Kubelet;
  let project: string;
  let core: string;

  const url = (path: string) => `/clusters/local/namespaces/${project}/${path}`;

  beforeAll(async () => {
    portal = await startTestPortal();
    local = connectLocalCluster()!;
    kubelet = new Kubelet(local);
    project = await createProject(local);
    core = `/api/v1/namespaces/${project}`;
    await waitUntil('the default account', async () => {
      const path = `${core}/serviceaccounts/default`;
      const { status } = await local.request('PATCH', path, {
        body: { imagePullSecrets: [{ name: 'of-the-project' }] },
      });
      return status === 200;
    });
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    for (const connection of [minioModels(secret), registry(password)]) {
      await portal
        .call('post', url('connections'))
        .send(connection)
        .expect(201);
    }
  });
  afterAll(async () => {
    await local.request('DELETE', `/api/v1/namespaces/${project}`);
    await local.stop();
    await portal.stop();
  });

  const service = (name: string) => url(`model-services/${name}`);
  const minio = (path: string) => ({
    kind: 'connection',
    connection: 'minio-models',
    path,
  });
  const newService = (name: string, location: object) => ({
    name,
    displayName: 'A model',
    modelFormat: { name: 'sklearn' },
    location,
  });

  async function deploy(name: string, location: object) {
    await portal
      .call('post', url('model-services'))
      .send(newService(name, location))
      .expect(201);
    return await kubelet.waitForPod(project, name);
  }

  /** Changes a service as the form does: reads, edits, writes, whatever KServe writes in between. */
  async function edit(name: string, change: object, query: string = '') {
    const { body: read } = await portal.call('get', service(name));
    const { status, body } = await portal
      .call('put', `${service(name)}${query}`)
      .send({ ...writeOf(read), ...change });
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body;
  }

  const revisionOf = (name: string) => predictorRevision(local, project, name);

  /** The one pod that is left after a rollout. */
  const rolledOut = (name: string, accept: (pod: any) => boolean) =>
    waitUntil(`the rollout of ${name}`, async () => {
      const pod = (await kubelet.podsOf(project, name)).find(accept);
      if (!pod) return undefined;
      await kubelet.makeReady(pod);
      return (await kubelet.podsOf(project, name)).length === 1
        ? pod
        : undefined;
    });

  const variables = (pod: any): string[] =>
    (pod.spec.initContainers?.[0].env ?? []).map(
      ({ name, value, valueFrom }: any) =>
        value === undefined
          ? `${name} of ${valueFrom.secretKeyRef.name}`
          : `${name}=${value}`,
    );
  const pullSecrets = (pod: any): string[] =>
    pod.spec.imagePullSecrets.map((each: any) => each.name);
  const accountOf = (name: string) =>
    local.request('GET', `${core}/serviceaccounts/${name}-model-source`);

  it('give the pod the certificates and settings of an S3 connection, and fall behind when these change', async () => {
    const { body: created } = await portal
      .call('post', url('connections'))
      .send({
        ...minioModels(secret),
        name: 'trusted',
        s3: {
          caCertificate: rootCa,
          verifyTls: true,
          virtualHostedBuckets: true,
          anonymous: true,
        },
      })
      .expect(201);
    const location = { kind: 'connection', connection: 'trusted', path: 'a' };
    const { spec } = await deploy('from-trusted', location);
    const [initializer] = spec.initContainers;
    expect(
      Object.fromEntries(
        initializer.env.map(({ name, value }: any) => [name, value]),
      ),
    ).toMatchObject({
      AWS_CA_BUNDLE_CONFIGMAP: 'trusted-ca',
      CA_BUNDLE_CONFIGMAP_NAME: 'trusted-ca',
      CA_BUNDLE_VOLUME_MOUNT_POINT: '/etc/ssl/custom-certs',
      S3_VERIFY_SSL: '1',
      S3_USER_VIRTUAL_BUCKET: 'true',
      awsAnonymousCredential: 'true',
    });
    const { name: volume, configMap } = spec.volumes.find(
      (each: any) => each.configMap?.name === 'trusted-ca',
    );
    expect(configMap.name).toBe('trusted-ca');
    expect(initializer.volumeMounts).toContainEqual({
      name: volume,
      mountPath: '/etc/ssl/custom-certs',
      readOnly: true,
    });

    const drift = async () =>
      (await portal.call('get', url('connections/trusted/dependents'))).body
        .items[0].drift;
    expect(await drift()).toBeUndefined();
    await portal
      .call('patch', url('connections/trusted'))
      .send({
        resourceVersion: created.resourceVersion,
        s3: { verifyTls: false },
      })
      .expect(200);
    expect(await drift()).toBe('restart');
  });

  it('give pods the credentials of an S3 connection', async () => {
    const pod = await deploy('from-s3', minio('llm/qwen'));
    const { args } = pod.spec.initContainers[0];
    expect(args[0]).toBe('s3://models/llm/qwen');
    expect(variables(pod)).toEqual(
      expect.arrayContaining([
        'AWS_ACCESS_KEY_ID of minio-models',
        'AWS_SECRET_ACCESS_KEY of minio-models',
        'S3_USE_HTTPS=0',
        'S3_ENDPOINT=minio.minio.svc:9000',
        'AWS_ENDPOINT_URL=http://minio.minio.svc:9000',
        'AWS_DEFAULT_REGION=us-east-1',
      ]),
    );
    expect(pullSecrets(pod)).toEqual(['of-the-project']);
    await kubelet.makeReady(pod);
    const read = await waitUntil('it is ready', async () => {
      const { body } = await portal.call('get', service('from-s3'));
      return body.status.ready ? body : undefined;
    });
    expect(read).toMatchObject({
      location: minio('llm/qwen'),
      progress: {
        steps: ['admitted', 'pods', 'download', 'ready'].map(id => ({
          id,
          status: 'ok',
        })),
      },
    });
    expect(read.status.drift).toBeUndefined();
  });

  it('give pods the pull secret of an OCI connection beside those of the project', async () => {
    const pod = await deploy('from-oci', {
      kind: 'connection',
      connection: 'registry',
      path: 'qwen:1',
    });
    expect(pod.spec.containers.map(({ image }: any) => image)).toContain(
      'r.example/qwen:1',
    );
    expect(pullSecrets(pod)).toEqual(['of-the-project', 'registry']);
    expect((await accountOf('from-oci')).status).toBe(404);
  });

  it('move s3, oci, pvc, s3 in one rollout each, and leave nothing behind', async () => {
    const name = 'moving';
    await kubelet.makeReady(await deploy(name, minio('a')));
    const path = `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;
    const first = (await local.request('GET', path)).body;
    expect(await revisionOf(name)).toBe(1);

    await edit(name, {
      location: { kind: 'connection', connection: 'registry', path: 'qwen:1' },
    });
    const oci = await rolledOut(name, ({ spec }) =>
      spec.containers.some(({ image }: any) => image === 'r.example/qwen:1'),
    );
    expect(pullSecrets(oci)).toEqual(['of-the-project', 'registry']);
    expect(await revisionOf(name)).toBe(2);
    expect((await accountOf(name)).status).toBe(404);

    await edit(name, { location: { kind: 'pvc', claim: 'claim', path: 'a' } });
    const pvc = await rolledOut(name, ({ spec }) =>
      spec.volumes.some(
        (v: any) => v.persistentVolumeClaim?.claimName === 'claim',
      ),
    );
    expect(pullSecrets(pvc)).toEqual(['of-the-project']);
    expect(await revisionOf(name)).toBe(3);
    expect((await accountOf(name)).status).toBe(404);

    await edit(name, { location: minio('a') });
    await rolledOut(name, pod => variables(pod).includes('S3_USE_HTTPS=0'));
    expect(await revisionOf(name)).toBe(4);
    const { spec, metadata } = (await local.request('GET', path)).body;
    expect(spec).toEqual(first.spec);
    expect(metadata.annotations).toEqual(first.metadata.annotations);
    const { body: account } = await accountOf(name);
    expect(account.metadata.ownerReferences).toEqual([
      {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        name,
        uid: metadata.uid,
      },
    ]);
  });

  it('say that a display name makes new pods, and it does', async () => {
    const name = 'renamed';
    await kubelet.makeReady(await deploy(name, minio('a')));
    const tried = await edit(name, { displayName: 'Another' }, '?dryRun=All');
    expect(tried).toMatchObject({
      restartsPods: true,
      changes: [
        {
          path: ['metadata', 'annotations', 'cpaas.io/display-name'],
          before: '"A model"',
          after: '"Another"',
        },
      ],
    });
    expect(await revisionOf(name)).toBe(1);
    await edit(name, { displayName: 'Another' });
    await rolledOut(
      name,
      pod => pod.metadata.annotations['cpaas.io/display-name'] === 'Another',
    );
    expect(await revisionOf(name)).toBe(2);

    const scaled = await edit(name, { minReplicas: 1 }, '?dryRun=All');
    expect(scaled.restartsPods).toBe(false);
    await edit(name, { minReplicas: 1 });
    expect(await revisionOf(name)).toBe(2);
  });

  it('get the new endpoint and bucket when a changed connection is applied', async () => {
    const name = 'rotated';
    const connection = url('connections/rotating');
    const { body: made } = await portal
      .call('post', url('connections'))
      .send({ ...minioModels(secret), name: 'rotating' })
      .expect(201);
    await kubelet.makeReady(
      await deploy(name, { ...minio('a'), connection: 'rotating' }),
    );
    await portal
      .call('patch', connection)
      .send({
        resourceVersion: made.resourceVersion,
        values: {
          AWS_S3_ENDPOINT: 'https://new.example',
          AWS_S3_BUCKET: 'other',
        },
      })
      .expect(200);
    const { body: behind } = await portal.call('get', service(name));
    expect(behind.status.drift).toBe('redeploy');
    const { body: list } = await portal.call('get', url('model-services'));
    const listed = list.items.find((item: any) => item.name === name);
    expect(listed.status.drift).toBe('redeploy');
    const tried = await portal
      .call('post', `${service(name)}/apply?dryRun=All`)
      .expect(200);
    expect(tried.body.changes).toContainEqual({
      path: ['spec', 'predictor', 'model', 'storageUri'],
      before: '"s3://models/a"',
      after: '"s3://other/a"',
    });
    await portal.call('post', `${service(name)}/apply`).expect(200);
    const pod = await rolledOut(name, each =>
      variables(each).includes('S3_ENDPOINT=new.example'),
    );
    expect(pod.spec.initContainers[0].args[0]).toBe('s3://other/a');
    expect(await revisionOf(name)).toBe(2);
    const { body: current } = await portal.call('get', service(name));
    expect(current.status.drift).toBeUndefined();
    expect(current.location.path).toBe('a');
  });

  it('restart, stop and start', async () => {
    const name = 'stopped';
    await kubelet.makeReady(await deploy(name, minio('a')));
    await portal.call('post', `${service(name)}/restart`).expect(200);
    await waitUntil('the second revision', async () =>
      (await revisionOf(name)) === 2 ? true : undefined,
    );
    await portal.call('post', `${service(name)}/stop`).expect(200);
    await waitUntil('there are no pods', async () =>
      (await kubelet.podsOf(project, name)).length === 0 ? true : undefined,
    );
    const { body } = await portal.call('get', service(name));
    expect(body.status).toMatchObject({ ready: false, stopped: true });
    await portal.call('post', `${service(name)}/restart`).expect(409);
    await portal.call('post', `${service(name)}/start`).expect(200);
    await kubelet.waitForPod(project, name);
  });

  it('bind by the annotation of KServe where config says so', async () => {
    const annotated = await startTestPortal({
      config: {
        clusters: { local: { credentialBinding: 'secretAnnotation' } },
      },
    });
    try {
      const name = 'annotated';
      await annotated
        .call('post', url('model-services'))
        .send(newService(name, minio('a')))
        .expect(201);
      const pod = await kubelet.waitForPod(project, name);
      expect(variables(pod)).toEqual(
        expect.arrayContaining([
          'AWS_SECRET_ACCESS_KEY of minio-models',
          'S3_USE_HTTPS=0',
        ]),
      );
      expect((await accountOf(name)).status).toBe(404);
      await kubelet.makeReady(pod);
      // The other portal binds by accounts: the annotation goes, the account comes.
      await portal.call('post', `${service(name)}/apply`).expect(200);
      const again = await rolledOut(
        name,
        ({ spec }) => spec.serviceAccountName === `${name}-model-source`,
      );
      expect(
        again.metadata.annotations['serving.kserve.io/storageSecretName'],
      ).toBeUndefined();
    } finally {
      await annotated.stop();
    }
  });

  it('go with everything that was made for them', async () => {
    const name = 'deleted';
    await deploy(name, minio('a'));
    await portal.call('delete', service(name)).expect(204);
    await waitUntil('nothing is left', async () => {
      const { status } = await accountOf(name);
      const pods = await kubelet.podsOf(project, name);
      return status === 404 && pods.length === 0;
    });
    await portal.call('get', service(name)).expect(404);
    await portal.call('delete', service(name)).expect(404);
    const { status } = await local.request(
      'GET',
      `${core}/secrets/minio-models`,
    );
    expect(status).toBe(200);
  });

  it('can be deployed again at once under the same name, from another connection', async () => {
    const name = 'again';
    const other = { ...minioModels(secret), name: 'other-models' };
    await portal.call('post', url('connections')).send(other).expect(201);
    const deployFrom = async (connection: string) => {
      const answer = await portal
        .call('post', url('model-services'))
        .send(newService(name, { ...minio('a'), connection }));
      const isGoing = /already/.test(answer.body.error?.message);
      return isGoing ? undefined : answer.body;
    };
    for (const connection of ['minio-models', 'other-models', 'minio-models']) {
      // The account of the former one may be there still: it goes a moment later.
      const body = await waitUntil(`${name} can be deployed`, () =>
        deployFrom(connection),
      );
      expect(body.error).toBeUndefined();
      const { body: account } = await accountOf(name);
      expect(account.secrets).toEqual([{ name: connection }]);
      await portal.call('delete', service(name)).expect(204);
    }
  });

  it('are not moved to a connection that their model does not come from', async () => {
    const name = 'elsewhere';
    const path = `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices`;
    const made = await local.request('POST', path, {
      body: inferenceService(project, name, {
        connection: 'minio-models',
        storageUri: 'hf://owner/model',
      }),
    });
    expect(made.status).toBe(201);
    const { body } = await portal
      .call('post', `${service(name)}/apply`)
      .expect(400);
    expect(body.error.message).toContain('Restart it instead');
    const { body: applied } = await portal
      .call('post', url('connections/minio-models/apply-to-dependents'))
      .send({ dependents: [{ kind: 'InferenceService', name }] })
      .expect(200);
    expect(applied.items).toMatchObject([{ name, applied: 'restarted' }]);
    const { body: last } = await local.request('GET', `${path}/${name}`);
    expect(last.spec.predictor.model.storageUri).toBe('hf://owner/model');
    expect(last.spec.predictor.serviceAccountName).toBeUndefined();
  });

  it('show a value of a connection nowhere', async () => {
    expect(portal.output()).not.toContain(secret);
    expect(portal.output()).not.toContain(password);
    const answers = await Promise.all([
      portal.call('get', url('model-services')),
      portal.call('get', service('from-s3')),
      portal.call('get', `${service('from-s3')}/manifest`),
      portal
        .call('post', url('model-services/preview'))
        .send(newService('seen', minio('a'))),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain(secret);
    }
    expect(answers[3].body.manifests).toContain('seen-model-source');
  });
});
