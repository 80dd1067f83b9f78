import { connectLocalCluster, LocalCluster } from '@mooring/local-cluster';
import { createProject } from './__testUtils__/connectionFixtures';
import { describeOnKServe } from './__testUtils__/describeOnKServe';
import { serviceShapes } from './__testUtils__/serviceShapes';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import { writeOf } from './services/model-services/writeOf';

/** Services that others made, as KServe itself takes and completes them. */
describeOnKServe('model services of others', () => {
  let portal: TestPortal;
  let local: LocalCluster;
  let project: string;

  beforeAll(async () => {
    portal = await startTestPortal();
    local = connectLocalCluster()!;
    project = await createProject(local);
  });
  afterAll(async () => {
    await local.request('DELETE', `/api/v1/namespaces/${project}`);
    await local.stop();
    await portal.stop();
  });

  it('come in more than forty shapes', () => {
    expect(Object.keys(serviceShapes).length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(serviceShapes))(
    'survive a reading and an update that changes nothing: %s',
    async (name, { spec, annotations, labels }) => {
      const path = `/apis/serving.kserve.io/v1beta1/namespaces/${project}/inferenceservices`;
      const made = await local.request('POST', path, {
        body: {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          metadata: { name, annotations, labels },
          spec,
        },
      });
      expect([made.status, made.body.message]).toEqual([201, undefined]);
      const url = `/clusters/local/namespaces/${project}/model-services/${name}`;
      portal.wire.clear();
      const { body: read } = await portal.call('get', url).expect(200);
      expect(read).toMatchObject({ name, kind: 'InferenceService' });
      const answer = await portal.call('put', url).send(writeOf(read));
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      expect(
        portal.wire.exchanges.filter(({ method }) => method !== 'GET'),
      ).toEqual([]);
      const after = await local.request('GET', `${path}/${name}`);
      expect(after.body.spec).toEqual(made.body.spec);

      // One thing that is changed changes that alone.
      const renamed = await portal
        .call('put', url)
        .send({ ...writeOf(read), displayName: 'Renamed' });
      expect([renamed.status, renamed.body.error]).toEqual([200, undefined]);
      const { body: last } = await local.request('GET', `${path}/${name}`);
      expect(last.spec).toEqual(made.body.spec);
      const { 'cpaas.io/display-name': a, ...others } =
        last.metadata.annotations;
      const { 'openshift.io/display-name': b, ...kept } = others;
      expect(a ?? b).toBe('Renamed');
      expect(kept).toMatchObject(annotations ?? {});
    },
  );
});
