import { describeOnKServe } from './describeOnKServe';
import { lifecycleContract } from './lifecycleContract';
import { useServing } from './useServing';

const storageUri = 's3://models/a';

describeOnKServe('an InferenceService', () => {
  const serving = useServing();
  const { api, servicePath, service } = serving;
  lifecycleContract(serving);

  it('is refused a name with a dot', async () => {
    const { status, body } = await api.request(
      'POST',
      servicePath('').slice(0, -1),
      {
        body: {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          metadata: { name: 'a.b' },
          spec: {
            predictor: {
              model: { modelFormat: { name: 'sklearn' }, storageUri },
            },
          },
        },
      },
    );
    expect(status).toBe(403);
    expect(body.message).toMatch(/denied the request:.*"a\.b" is invalid/s);
  });

  it('is taken with a location that makes no sense', async () => {
    for (const [name, uri] of [
      ['ftp', 'ftp://example.com/a'],
      ['one-part', 'hf://model'],
      ['no-claim', 'pvc://'],
    ]) {
      const { spec } = await service(name, { storageUri: uri });
      expect(spec.predictor.model.storageUri).toBe(uri);
    }
  });
});
