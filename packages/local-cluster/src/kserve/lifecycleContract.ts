import { waitUntil } from '../client/waitUntil';
import { predictorRevision } from './predictorRevision';
import { accountOf, conditionOf, environmentOf, Serving } from './useServing';

const storageUri = 's3://models/a';
const s3Keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };
const endpoint = 'serving.kserve.io/s3-endpoint';

/** What becomes of a service, whoever plays KServe's part. */
// No test file of its own: two of them run it.
// eslint-disable-next-line jest/no-export
export function lifecycleContract(serving: Serving): void {
  const { api, kubelet, servicePath, secret, service, pod, serviceWhen } =
    serving;
  const isReady = (status: any) =>
    conditionOf(status, 'Ready')?.status === 'True';

  const deploymentPath = (name: string) =>
    `/apis/apps/v1/namespaces/${api.namespace}/deployments/${name}-predictor`;
  const replicaSets = async (name: string): Promise<any[]> =>
    (
      await api.request(
        'GET',
        `/apis/apps/v1/namespaces/${api.namespace}/replicasets`,
        {
          query: {
            labelSelector: `serving.kserve.io/inferenceservice=${name}`,
          },
        },
      )
    ).body.items;
  const patch = (name: string, body: object) =>
    api.request('PATCH', servicePath(name), { body });
  const isGone = (path: string) =>
    waitUntil(`${path} is gone`, async () => {
      return (await api.request('GET', path)).status === 404;
    });

  it('says why the download fails, and does not forget it when ready', async () => {
    await service('download', { storageUri });
    const first = await pod('download');
    await kubelet.startDownload(first);
    await serviceWhen(
      'download',
      'is loading',
      ({ modelStatus }) => modelStatus?.states?.targetModelState === 'Loading',
    );
    await kubelet.failDownload(first, 'S3 error [403]: Forbidden');
    const failed = await serviceWhen(
      'download',
      'has failed',
      ({ modelStatus }) => modelStatus?.lastFailureInfo,
    );
    const lastFailureInfo = {
      reason: 'ModelLoadFailed',
      message: 'S3 error [403]: Forbidden',
      exitCode: 1,
    };
    expect(failed.status.modelStatus).toMatchObject({
      lastFailureInfo,
      states: { targetModelState: 'FailedToLoad' },
      transitionStatus: 'BlockedByFailedLoad',
    });
    await kubelet.makeReady(first);
    const { status } = await serviceWhen('download', 'is ready', isReady);
    expect(status.modelStatus).toMatchObject({
      lastFailureInfo,
      transitionStatus: 'UpToDate',
    });
  });

  it('does not say that its image cannot be pulled', async () => {
    await service('image', { storageUri: 'oci://registry.example/a' });
    await kubelet.failImagePull(await pod('image'), 'modelcar-init');
    // The controller has come past the first when it has come to the second.
    await service('second', { storageUri });
    await kubelet.failDownload(await pod('second'), 'no such bucket');
    await serviceWhen('second', 'has failed', ({ modelStatus }) =>
      Boolean(modelStatus?.lastFailureInfo),
    );
    const { body } = await api.request('GET', servicePath('image'));
    expect(body.status.modelStatus.lastFailureInfo).toBeUndefined();
    expect(JSON.stringify(body.status)).not.toMatch(/pull/i);
  });

  it('gets a changed endpoint only by a rollout, which a restart is', async () => {
    await secret('rotated', s3Keys, { [endpoint]: 'old.example' });
    await service('rotated', { storageUri, secrets: ['rotated'] });
    const old = await pod('rotated');
    await kubelet.makeReady(old);
    await serviceWhen('rotated', 'is ready', isReady);

    await api.request('PATCH', api.path('secrets', 'rotated'), {
      body: { metadata: { annotations: { [endpoint]: 'new.example' } } },
    });
    await patch('rotated', {
      spec: { predictor: { annotations: { 'example.com/restarted-at': '1' } } },
    });
    const fresh = await kubelet.waitForPod(
      api.namespace,
      'rotated',
      ({ metadata }) => metadata.uid !== old.metadata.uid,
    );
    const pods = await kubelet.podsOf(api.namespace, 'rotated');
    const kept = pods.find(({ metadata }) => metadata.uid === old.metadata.uid);
    const endpointOf = ({ spec }: any) =>
      environmentOf(spec.initContainers[0]).S3_ENDPOINT;
    expect(endpointOf(kept)).toBe('old.example');
    expect(endpointOf(fresh)).toBe('new.example');
    expect(fresh.metadata.annotations['example.com/restarted-at']).toBe('1');

    await kubelet.makeReady(fresh);
    await waitUntil('the old pod is gone', async () => {
      const left = await kubelet.podsOf(api.namespace, 'rotated');
      return left.length === 1 && left[0].metadata.uid === fresh.metadata.uid;
    });
    expect(await predictorRevision(api, api.namespace, 'rotated')).toBe(2);
  });

  it('rolls out when only an annotation or label of it changes', async () => {
    await service('renamed', { storageUri });
    await kubelet.makeReady(await pod('renamed'));
    await serviceWhen('renamed', 'is ready', isReady);
    await patch('renamed', {
      metadata: {
        annotations: { 'example.com/display-name': 'New' },
        labels: { 'example.com/team': 'a' },
      },
    });
    const { metadata } = await kubelet.waitForPod(
      api.namespace,
      'renamed',
      candidate => 'example.com/display-name' in candidate.metadata.annotations,
    );
    expect(metadata.labels['example.com/team']).toBe('a');
    expect(await replicaSets('renamed')).toHaveLength(2);
  });

  it('stops and starts by an annotation', async () => {
    const stop = 'serving.kserve.io/stop';
    await service('stopped', { storageUri });
    await kubelet.makeReady(await pod('stopped'));
    await serviceWhen('stopped', 'is ready', isReady);
    await patch('stopped', { metadata: { annotations: { [stop]: 'true' } } });
    const { status } = await serviceWhen(
      'stopped',
      'is stopped',
      candidate => conditionOf(candidate, 'Stopped')?.status === 'True',
    );
    expect(conditionOf(status, 'Ready')?.status).toBe('False');
    await isGone(deploymentPath('stopped'));
    await patch('stopped', { metadata: { annotations: { [stop]: null } } });
    await kubelet.makeReady(await pod('stopped'));
    await serviceWhen('stopped', 'is ready again', isReady);
  });

  it('takes along the ServiceAccount that it owns, and its Deployment', async () => {
    const { metadata } = await service('deleted', { storageUri, secrets: [] });
    const account = api.path('serviceaccounts', accountOf('deleted'));
    await api.request('PATCH', account, {
      body: {
        metadata: {
          ownerReferences: [
            {
              apiVersion: 'serving.kserve.io/v1beta1',
              kind: 'InferenceService',
              name: 'deleted',
              uid: metadata.uid,
            },
          ],
        },
      },
    });
    await pod('deleted');
    const { status } = await api.request('DELETE', servicePath('deleted'));
    expect(status).toBe(200);
    await isGone(servicePath('deleted'));
    await isGone(account);
    await isGone(deploymentPath('deleted'));
    await waitUntil('its pods are gone', async () => {
      return (await kubelet.podsOf(api.namespace, 'deleted')).length === 0;
    });
  });
}
