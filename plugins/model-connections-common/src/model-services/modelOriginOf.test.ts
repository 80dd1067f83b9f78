import { InferenceService } from './InferenceService';
import { modelOriginOf } from './modelOriginOf';

const models = { name: 'minio', protocol: 's3', base: 's3://models' } as const;

const service = (model: object | undefined, connection = true) =>
  ({
    metadata: {
      name: 'qwen',
      annotations: connection ? { 'aml-model-source-connection': 'minio' } : {},
    },
    spec: { predictor: model ? { model } : { containers: [] } },
  } as unknown as InferenceService);

describe('the origin of a model', () => {
  it.each([
    ['beneath the connection', { storageUri: 's3://models/a' }, 'connection'],
    ['in its former bucket', { storageUri: 's3://old/a' }, 'connection'],
    ['not said', {}, 'elsewhere'],
    ['of another kind', { storageUri: 'hf://owner/model' }, 'elsewhere'],
    ['an entry', { storage: { key: 'minio', path: 'a' } }, 'storageEntry'],
    ['a container of its own', undefined, 'elsewhere'],
  ])('is told where the location is %s', (_, model, origin) => {
    expect(modelOriginOf(service(model), models)).toBe(origin);
  });

  it('is the connection that is the whole location, where that is not said', () => {
    const address = { name: 'minio', protocol: 'uri' } as const;
    expect(modelOriginOf(service({}), address)).toBe('connection');
  });

  it('is no connection where the service names none', () => {
    const unnamed = service({ storageUri: 's3://models/a' }, false);
    expect(modelOriginOf(unnamed, undefined)).toBe('elsewhere');
  });

  it('is the connection that cannot be read', () => {
    const named = service({ storageUri: 'hf://owner/model' });
    expect(modelOriginOf(named, undefined)).toBe('connection');
  });
});
