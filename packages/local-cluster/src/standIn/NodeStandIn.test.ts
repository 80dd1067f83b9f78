import { conditionOf, useServing } from '../kserve/useServing';
import { describeOnEmbedded } from './describeOnEmbedded';
import { startStandIn } from './startStandIn';

describeOnEmbedded('a cluster with all stand-ins', () => {
  const { api, serviceWhen, service, servicePath } = useServing();
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    stop = await startStandIn({
      request: api.cluster.request,
      kserve: true,
      nodes: true,
      lookMilliseconds: 20,
      stepMilliseconds: 20,
    });
  });
  afterAll(() => stop?.());
  const isReady = (status: any) =>
    conditionOf(status, 'Ready')?.status === 'True';

  it.each(['s3://models/a', 'oci://registry.example/a:1', 'pvc://claim/a'])(
    'makes a model at %s ready',
    async storageUri => {
      const name = `ready-${storageUri.split(':')[0]}`;
      await service(name, { storageUri });
      const { status } = await serviceWhen(name, 'is ready', isReady);
      expect(status.url).toContain(name);
    },
  );

  it('fails where the location says that there is no model', async () => {
    await service('absent', { storageUri: 's3://models/does-not-exist' });
    const { status } = await serviceWhen(
      'absent',
      'has failed',
      ({ modelStatus }) => Boolean(modelStatus?.lastFailureInfo),
    );
    expect(status.modelStatus.lastFailureInfo).toMatchObject({
      reason: 'ModelLoadFailed',
      message: expect.stringContaining('s3://models/does-not-exist'),
    });
  });

  it('leaves alone what says so', async () => {
    await service('left', {
      storageUri: 's3://models/a',
      annotations: { 'local-cluster/stand-in': 'off' },
    });
    await service('later', { storageUri: 's3://models/a' });
    await serviceWhen('later', 'is ready', isReady);
    const { body } = await api.request('GET', servicePath('left'));
    expect(body.status).toBeUndefined();
  });
});
