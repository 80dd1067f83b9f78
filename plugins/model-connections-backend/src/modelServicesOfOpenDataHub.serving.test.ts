import {
  connectLocalCluster,
  LocalCluster,
  waitUntil,
} from '@mooring/local-cluster';
import {
  createProject,
  minioModels,
  plant,
} from './__testUtils__/connectionFixtures';
import { describeOnKServe } from './__testUtils__/describeOnKServe';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import {
  AdmissionRequest,
  startTestWebhook,
} from './__testUtils__/startTestWebhook';
import { writeOf } from './services/model-services/writeOf';

/**
 * Does to services what the webhook of Open Data Hub's operator does: puts in the part of a connection when it changes, and
 * before that takes out whatever the former one may have put in. A stand-in, written after
 * https://github.com/opendatahub-io/opendatahub-operator/blob/main/internal/webhook/serving/mutating_isvc.go
 */
function operatorOf(local: LocalCluster) {
  const connectionOf = async ({ metadata }: any) => {
    const name = metadata.annotations?.['opendatahub.io/connections'];
    if (!name) return {};
    const { body } = await local.request(
      'GET',
      `/api/v1/namespaces/${metadata.namespace}/secrets/${name}`,
    );
    const type =
      body.metadata.annotations['opendatahub.io/connection-type-protocol'];
    const path = metadata.annotations['opendatahub.io/connection-path'];
    return ['s3', 'oci', 'uri'].includes(type)
      ? { name, type, path, secret: body }
      : {};
  };
  return async ({ operation, object, oldObject }: AdmissionRequest) => {
    const { predictor } = object.spec;
    const fresh = await connectionOf(object);
    const old = operation === 'UPDATE' ? await connectionOf(oldObject) : {};
    if (
      old.name === fresh.name &&
      (fresh.type !== 's3' || old.path === fresh.path)
    ) {
      return;
    }
    if (old.type === 's3') {
      delete predictor.serviceAccountName;
      delete predictor.model.storage;
    } else if (old.type === 'uri') {
      delete predictor.model.storageUri;
    } else if (old.type === 'oci') {
      predictor.imagePullSecrets = predictor.imagePullSecrets?.filter(
        ({ name }: any) => name !== old.name,
      );
    }
    if (fresh.type === 's3') {
      predictor.serviceAccountName = `${fresh.name}-sa`;
      predictor.model.storage = {
        ...(fresh.path && { path: fresh.path }),
        ...predictor.model.storage,
        key: fresh.name,
      };
    } else if (fresh.type === 'uri') {
      const { data } = fresh.secret;
      const text = data['https-host'] ?? data.URI;
      predictor.model.storageUri = Buffer.from(text, 'base64').toString();
    }
  };
}

describeOnKServe('model services under the operator of Open Data Hub', () => {
  let portal: TestPortal;
  let local: LocalCluster;
  let project: string;
  let stopWebhook: () => Promise<void>;

  const url = (path: string) => `/clusters/local/namespaces/${project}/${path}`;
  const servicePath = (name: string) =>
    `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices/${name}`;
  const from = (connection: string, path?: string) => ({
    kind: 'connection',
    connection,
    path,
  });

  beforeAll(async () => {
    local = connectLocalCluster()!;
    portal = await startTestPortal({
      config: {
        clusters: { local: { conventions: { write: 'open-data-hub' } } },
      },
    });
    project = await createProject(local);
    await local.apply([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'opendatahub' },
      },
    ]);
    await portal
      .call('post', '/clusters/local/connection-types/install')
      .expect(200);
    for (const connection of [
      minioModels(plant('s')),
      {
        name: 'hub',
        typeName: 'ct-huggingface',
        values: { HF_TOKEN: `hf_${plant('t')}` },
      },
      {
        name: 'closed',
        typeName: 'ct-uri-repository',
        values: {
          URI: 'https://models.example/a/model.joblib',
          'https-host': 'models.example',
          headers: '{"X-Key":"k"}',
        },
      },
    ]) {
      await portal
        .call('post', url('connections'))
        .send(connection)
        .expect(201);
    }
    stopWebhook = await startTestWebhook(
      local,
      project,
      'connection-isvc.opendatahub.io',
      operatorOf(local),
    );
    await waitUntil('the webhook is asked', async () => {
      const { body } = await local.request(
        'POST',
        servicePath('').slice(0, -1),
        {
          query: { dryRun: 'All' },
          body: {
            apiVersion: 'serving.kserve.io/v1beta1',
            kind: 'InferenceService',
            metadata: {
              name: 'probe',
              annotations: { 'opendatahub.io/connections': 'minio-models' },
            },
            spec: { predictor: { model: { modelFormat: { name: 'a' } } } },
          },
        },
      );
      return body.spec?.predictor.model.storage !== undefined;
    });
  });
  afterAll(async () => {
    await stopWebhook();
    await local.request('DELETE', `/api/v1/namespaces/${project}`);
    await local.stop();
    await portal.stop();
  });

  /** What of a service says where its model comes from. */
  const bindingOf = async (name: string) => {
    const { body } = await local.request('GET', servicePath(name));
    const { model, serviceAccountName, imagePullSecrets } = body.spec.predictor;
    const { storageUri, storage } = model;
    return JSON.parse(
      JSON.stringify({
        storageUri,
        storage,
        serviceAccountName,
        imagePullSecrets,
      }),
    );
  };
  const operators = (path: string) => ({
    storage: { key: 'minio-models', path },
    serviceAccountName: 'minio-models-sa',
  });
  const accountOf = async (name: string) => {
    const path = `/api/v1/namespaces/${project}/serviceaccounts/${name}-model-source`;
    return (await local.request('GET', path)).status;
  };

  async function deploy(name: string, location: object) {
    const { status, body } = await portal
      .call('post', url('model-services'))
      .send({ name, modelFormat: { name: 'sklearn' }, location });
    expect([status, body.error]).toEqual([201, undefined]);
  }

  async function move(name: string, location: object) {
    const service = url(`model-services/${name}`);
    const { body: read } = await portal.call('get', service);
    const put = await portal
      .call('put', service)
      .send({ ...writeOf(read), location });
    expect([put.status, put.body.error]).toEqual([200, undefined]);
    const { body } = await portal.call('get', service);
    expect(body.location).toEqual(JSON.parse(JSON.stringify(location)));
  }

  it('keep what it has put in', async () => {
    const name = 'kept';
    await deploy(name, from('minio-models', 'a'));
    expect(await bindingOf(name)).toEqual(operators('a'));
    const service = url(`model-services/${name}`);
    await portal.call('post', `${service}/apply`).expect(200);
    expect(await bindingOf(name)).toEqual(operators('a'));
    await move(name, from('minio-models', 'b'));
    expect(await bindingOf(name)).toEqual(operators('b'));
    const { body } = await portal
      .call('post', `${url('connections/minio-models')}/apply-to-dependents`)
      .send({ dependents: [{ kind: 'InferenceService', name }] })
      .expect(200);
    // It is bound by an entry of the operator's, which nobody has made here.
    expect(body.items).toMatchObject([{ name, applied: 'skipped' }]);
    expect(await bindingOf(name)).toEqual(operators('b'));
  });

  it('are bound by what it would take out', async () => {
    const name = 'moving';
    const dedicated = { serviceAccountName: `${name}-model-source` };
    await deploy(name, from('minio-models', 'a'));
    await move(name, from('hub', 'owner/model'));
    expect(await bindingOf(name)).toEqual({
      storageUri: 'hf://owner/model',
      ...dedicated,
    });
    expect(await accountOf(name)).toBe(200);
    await move(name, from('closed'));
    expect(await bindingOf(name)).toEqual({
      storageUri: 'https://models.example/a/model.joblib',
      ...dedicated,
    });
    await move(name, { kind: 'pvc', claim: 'claim' });
    expect(await bindingOf(name)).toEqual({ storageUri: 'pvc://claim' });
    expect(await accountOf(name)).toBe(404);
    await move(name, from('minio-models', 'a'));
    expect(await bindingOf(name)).toEqual(operators('a'));
  });

  it('are deployed with the whole address, where it would take the host', async () => {
    await deploy('closed', from('closed'));
    expect(await bindingOf('closed')).toEqual({
      storageUri: 'https://models.example/a/model.joblib',
      serviceAccountName: 'closed-model-source',
    });
  });
});
