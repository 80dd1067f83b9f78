import { mockServices } from '@backstage/backend-test-utils';
import { ModelConnectionsConfig } from './ModelConnectionsConfig';

const read = (credentialBinding?: string) =>
  ModelConnectionsConfig.fromConfig(
    mockServices.rootConfig({
      data: { modelConnections: { clusters: { a: { credentialBinding } } } },
    }),
  );

describe('credentialBinding', () => {
  it('is by accounts unless config says otherwise', () => {
    expect(read().cluster('a').credentialBinding).toBe('serviceAccount');
    const config = read('secretAnnotation');
    expect(config.cluster('a').credentialBinding).toBe('secretAnnotation');
    expect(config.cluster('other').credentialBinding).toBe('serviceAccount');
  });

  it.each([
    ['storageSpec', /clusters\.a: .*"storageSpec" is not supported yet/],
    ['secret', /clusters\.a: "secret" is not a credentialBinding/],
  ])('refuses %s at start', (binding, message) => {
    expect(() => read(binding)).toThrow(message);
  });
});
