import { plant } from './__testUtils__/connectionFixtures';
import { managedKeys } from './__testUtils__/managedKeys';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

describe('edits of connection types', () => {
  let portal: TestPortal;
  let name: string;
  const types = '/clusters/local/connection-types';
  const configMaps = '/api/v1/namespaces/kube-public/configmaps';
  const readConfigMap = async (namespace = 'kube-public') => {
    const path = `/api/v1/namespaces/${namespace}/configmaps/${name}`;
    return (await portal.cluster.request('GET', path)).body;
  };
  const definition = () => ({
    name,
    displayName: 'Feature store',
    description: 'For pipelines',
    categories: ['Data services'],
    enabled: true,
    fields: [
      { type: 'section', name: 'Access' },
      { type: 'uri', name: 'Address', envVar: 'ADDRESS', required: true },
      { type: 'hidden', name: 'Token', envVar: 'TOKEN', properties: {} },
    ],
  });
  const create = async () =>
    (await portal.call('post', types).send(definition()).expect(201)).body;

  beforeAll(async () => {
    portal = await startTestPortal({
      config: {
        clusters: {
          local: {
            preinstalled: { names: ['ct-locked'], selector: 'locked=yes' },
          },
        },
      },
    });
    await portal.call('post', `${types}/install`).expect(200);
  });
  afterAll(async () => await portal.stop());
  beforeEach(() => {
    name = `ct-${plant('type')}`;
  });

  it('creates a type in the written form', async () => {
    expect(await create()).toMatchObject({
      ...definition(),
      fields: [
        { type: 'section', name: 'Access' },
        expect.objectContaining({ envVar: 'ADDRESS', required: true }),
        expect.objectContaining({ envVar: 'TOKEN' }),
      ],
      preinstalled: false,
      protocols: [],
      creator: 'user:default/guest',
      convention: 'alauda',
      allowedActions: ['update', 'delete', 'enable'],
    });
    const configMap = await readConfigMap();
    expect(configMap.metadata.labels).toEqual({
      'cpaas.io/dashboard': 'true',
      'cpaas.io/connection-type': 'true',
    });
    expect(configMap.metadata.annotations).toEqual({
      'cpaas.io/display_name': 'Feature store',
      'cpaas.io/description': 'For pipelines',
      'cpaas.io/creator': 'user:default/guest',
    });
    expect(configMap.data).toEqual({
      category: '["Data services"]',
      fields:
        '[{"type":"section","name":"Access"},{"type":"uri","name":"Address","envVar":"ADDRESS","required":true,"properties":{}},{"type":"hidden","name":"Token","envVar":"TOKEN","properties":{}}]',
    });
    const taken = await portal.call('post', types).send(definition());
    expect(taken.status).toBe(409);
    expect(taken.body.error.details[0].field).toBe('name');
  });

  it('edits a type of another dashboard whose name is not as ours are, and creates none like it', async () => {
    name = plant('plain');
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name,
          namespace: 'kube-public',
          labels: {
            'cpaas.io/dashboard': 'true',
            'cpaas.io/connection-type': 'true',
          },
          annotations: { 'cpaas.io/display_name': 'Plain' },
        },
        data: { category: '["Test"]', fields: '[]' },
      },
    ]);
    const { body: read } = await portal.call('get', `${types}/${name}`);
    const { body: saved } = await portal
      .call('put', `${types}/${name}`)
      .send({ ...definition(), resourceVersion: read.resourceVersion })
      .expect(200);
    expect(saved).toMatchObject({ name, displayName: 'Feature store' });
    name = plant('plain');
    const refused = await portal.call('post', types).send(definition());
    expect(refused.status).toBe(400);
    expect(refused.body.error.details[0].field).toBe('name');
  });

  it('keeps, byte for byte, what was not edited of a type that somebody wrote by hand', async () => {
    const untouched =
      '{ "envVar" : "OLD", "type":"text",  "name":"Old \\u00fc", "future":{"b":1,"a":2} }';
    await portal.cluster.apply([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'opendatahub' },
      },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name,
          namespace: 'opendatahub',
          labels: {
            'opendatahub.io/dashboard': 'true',
            'opendatahub.io/connection-type': 'true',
            team: 'a',
          },
          annotations: {
            'openshift.io/display-name': 'By hand',
            'example.com/note': 'kept',
            'opendatahub.io/disabled': 'true',
          },
        },
        data: {
          category: '[ "Test" ]',
          fields: `[ ${untouched},\n {"type":"text","name":"Two","envVar":"TWO"} ]`,
          other: 'kept',
        },
      },
    ]);
    const { body: read } = await portal.call('get', `${types}/${name}`);
    expect(read).toMatchObject({
      convention: 'open-data-hub',
      displayName: 'By hand',
      enabled: false,
    });
    const write = {
      name,
      displayName: read.displayName,
      categories: read.categories,
      enabled: true,
      resourceVersion: read.resourceVersion,
      fields: [read.fields[0], { ...read.fields[1], required: true }],
    };
    const { body: saved } = await portal
      .call('put', `${types}/${name}`)
      .send(write)
      .expect(200);
    expect(saved).toMatchObject({ enabled: true, convention: 'open-data-hub' });
    const configMap = await readConfigMap('opendatahub');
    expect(configMap.data).toEqual({
      category: '[ "Test" ]',
      fields: `[${untouched},{"type":"text","name":"Two","envVar":"TWO","required":true,"properties":{}}]`,
      other: 'kept',
    });
    expect(configMap.metadata.labels.team).toBe('a');
    expect(configMap.metadata.annotations).toEqual({
      'openshift.io/display-name': 'By hand',
      'example.com/note': 'kept',
    });
    expect(managedKeys(configMap, 'mooring')).toEqual(['fields']);

    const list = await portal.call('get', types).expect(200);
    expect(list.body.items.map((type: any) => type.name)).toEqual(
      expect.arrayContaining([name, 'ct-s3-storage']),
    );
    const stale = await portal.call('put', `${types}/${name}`).send(write);
    expect(stale.status).toBe(409);
    expect(stale.body.error.details[0].field).toBe('resourceVersion');
  });

  it('enables, disables and deletes; connections cannot be made from a disabled one', async () => {
    await create();
    const path = `${types}/${name}`;
    const off = await portal.call('patch', path).send({ enabled: false });
    expect(off.body.enabled).toBe(false);
    expect(
      (await readConfigMap()).metadata.annotations['cpaas.io/disabled'],
    ).toBe('true');
    const on = await portal.call('patch', path).send({ enabled: true });
    expect(on.body.enabled).toBe(true);
    await portal.call('delete', path).expect(204);
    await portal.call('delete', path).expect(404);
    await portal.call('get', path).expect(404);
    const events = await portal.auditEvents('connection-type-update');
    expect(events.at(-1)).toMatchObject({
      status: 'succeeded',
      meta: { cluster: 'local', name, enabled: true },
    });
  });

  it('lets preinstalled types be enabled and disabled only, whoever locked them', async () => {
    name = 'ct-locked';
    await portal.cluster.request('DELETE', `${configMaps}/${name}`);
    await create();
    const labelled = `ct-${plant('type')}`;
    await portal.cluster.apply([
      {
        ...(await readConfigMap()),
        metadata: {
          name: labelled,
          namespace: 'kube-public',
          labels: {
            ...(await readConfigMap()).metadata.labels,
            locked: 'yes',
          },
        },
      },
    ]);
    for (const locked of ['ct-locked', labelled, 'ct-s3-storage']) {
      const path = `${types}/${locked}`;
      const { body } = await portal.call('get', path).expect(200);
      expect(body).toMatchObject({
        preinstalled: true,
        allowedActions: ['enable'],
      });
      const put = await portal.call('put', path).send({
        name: locked,
        displayName: 'x',
        categories: ['x'],
        enabled: true,
        fields: [],
        resourceVersion: body.resourceVersion,
      });
      expect(put.status).toBe(403);
      expect(put.body.error.message).toContain('preinstalled');
      expect((await portal.call('delete', path)).status).toBe(403);
      await portal.call('patch', path).send({ enabled: false }).expect(200);
      await portal.call('patch', path).send({ enabled: true }).expect(200);
    }
  });
});
