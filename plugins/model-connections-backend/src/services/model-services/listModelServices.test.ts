import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import {
  KubernetesGateway,
  KubernetesRequest,
} from '../../kubernetes/KubernetesGateway';
import { listModelServices } from './listModelServices';

const LABEL = 'serving.kserve.io/inferenceservice';
const service = (name: string, ready: object) => ({
  metadata: { name, namespace: 'team-a' },
  spec: { predictor: { model: {} } },
  status: { conditions: [{ type: 'Ready', ...ready }] },
});
const ready = service('ready', { status: 'True' });
const lost = service('lost', {
  status: 'False',
  reason: 'MinimumReplicasUnavailable',
});
const lostPod = {
  metadata: {
    name: 'lost-1',
    namespace: 'team-a',
    labels: { [LABEL]: 'lost' },
  },
  status: {
    initContainerStatuses: [
      {
        name: 'modelcar-init',
        state: { waiting: { reason: 'ImagePullBackOff', message: 'no image' } },
      },
    ],
  },
};

describe('listModelServices', () => {
  let requests: KubernetesRequest[];
  const list = async (services: object[], view?: 'basic') => {
    requests = [];
    const gateway: KubernetesGateway = {
      clusters: async () => [],
      async request<T>(_: string, request: KubernetesRequest) {
        requests.push(request);
        const { path } = request;
        let items: object[] = [];
        if (path.endsWith('/inferenceservices')) items = services;
        if (path.endsWith('/pods')) items = [lostPod];
        return {
          body: { items } as T,
          date: new Date(),
          lastAppliedDropped: false,
        };
      },
    };
    const { items } = await listModelServices(
      { cluster: 'local', namespace: 'team-a', view },
      {
        gateway,
        config: ModelConnectionsConfig.fromConfig(new ConfigReader({})),
        credentials: mockCredentials.user(),
      },
    );
    return items.map(({ status }) => status);
  };

  it('tells by the pods why one that is on its way will not come, with no further call', async () => {
    expect(await list([ready, lost])).toEqual([
      { ready: true },
      { ready: false, reason: 'ImagePullBackOff', message: 'no image' },
    ]);
    expect(requests.map(({ path, as }) => [path.split('/').pop(), as])).toEqual(
      [
        ['inferenceservices', undefined],
        ['llminferenceservices', undefined],
        ['secrets', 'metadataList'],
        ['pods', 'object'],
      ],
    );
  });

  it('reads of pods no more than metadata where all answer', async () => {
    await list([ready]);
    expect(requests).toHaveLength(4);
    expect(requests[3]).toMatchObject({ as: 'metadataList' });
  });

  it('reads no pods for the basic view', async () => {
    expect(await list([lost], 'basic')).toEqual([
      { ready: false, reason: 'MinimumReplicasUnavailable' },
    ]);
    expect(requests).toHaveLength(1);
  });
});
