import { mockCredentials } from '@backstage/backend-test-utils';
import { InferenceService } from '@mooring/backstage-plugin-model-connections-common';
import {
  MemoryGateway,
  memoryGateway,
} from '../../__testUtils__/memoryGateway';
import {
  GatewayTimeoutError,
  RequestTurnedAwayError,
} from '../../errors/errors';
import { InferenceServices } from './InferenceServices';

const options = { credentials: mockCredentials.user() };
const ref = { cluster: 'local', namespace: 'team-a', name: 'qwen' };

/** A service as somebody writes it with this portal. */
const from = (storageUri: string) =>
  ({
    metadata: {
      name: 'qwen',
      annotations: { note: storageUri },
      managedFields: [{ manager: 'mooring' }],
    },
    spec: {
      predictor: {
        model: { storageUri, resources: { limits: { memory: '1024Mi' } } },
      },
    },
  } as unknown as InferenceService);

describe('a creation that is not answered', () => {
  let memory: MemoryGateway;
  let services: InferenceServices;

  beforeEach(() => {
    memory = memoryGateway();
    services = new InferenceServices(memory);
  });

  /** Stores a service in place of the one that is sent, as the cluster would, and then does not answer. */
  const insteadStore = (stored: InferenceService) => {
    memory.onCall = async ({ method, path }) => {
      if (method !== 'POST') return;
      memory.onCall = () => {};
      await memory.request('local', { method, path, body: stored }, options);
      throw new GatewayTimeoutError('no answer');
    };
  };

  it('is told from what is there, whatever else KServe has put in', async () => {
    const stored = from('s3://models/a');
    stored.spec.predictor.minReplicas = 1;
    stored.spec.predictor.model!.resources = { limits: { memory: '1Gi' } };
    insteadStore(stored);
    expect(
      await services.create(ref, from('s3://models/a'), options),
    ).toMatchObject(stored);
  });

  it.each([
    ['from elsewhere', from('s3://others/a')],
    [
      'by other means',
      {
        ...from('s3://models/a'),
        metadata: { name: 'qwen', annotations: { note: 's3://models/a' } },
      } as InferenceService,
    ],
  ])(
    'does not take a service for its own that was made %s',
    async (_, theirs) => {
      insteadStore(theirs);
      await expect(
        services.create(ref, from('s3://models/a'), options),
      ).rejects.toMatchObject({ details: [{ field: 'name' }] });
    },
  );

  it('is not looked for where the cluster has turned it away', async () => {
    memory.onCall = async ({ method, path }) => {
      if (method !== 'POST') throw new Error('it was looked for');
      memory.objects.set(`${path}/qwen`, from('s3://models/a'));
      throw new RequestTurnedAwayError('too many requests');
    };
    const error = await services
      .create(ref, from('s3://models/a'), options)
      .catch(thrown => thrown);
    expect(error.message).toBe('too many requests');
    expect(services.isOpen(error)).toBe(false);
  });
});
