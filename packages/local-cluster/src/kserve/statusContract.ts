import { waitUntil } from '../client/waitUntil';
import recorded from './__fixtures__/inferenceServiceStatuses.json';
import { Serving, ServiceOptions } from './useServing';

type Situation = keyof typeof recorded;

const storageUri = 's3://models/a';

/**
 * What KServe says of a service in every situation that the portal tells
 * apart, word for word, but for times and names: whoever plays KServe's part
 * has to say the same.
 */
// No test file of its own: two of them run it.
// eslint-disable-next-line jest/no-export
export function statusContract(serving: Serving): void {
  const { api, kubelet, servicePath, service, pod, serviceWhen, events } =
    serving;

  /** Service names are in lower case. */
  const nameOf = (situation: Situation) => situation.toLowerCase();

  function withoutNames(name: string, status: object): unknown {
    const text = JSON.stringify(status, (key, value) =>
      key === 'lastTransitionTime' ? undefined : value,
    );
    return JSON.parse(
      text
        .replaceAll(api.namespace, '<namespace>')
        .replaceAll(`${name}-predictor`, '<service>-predictor')
        .replaceAll(`${name}-<namespace>`, '<service>-<namespace>')
        .replace(/(<service>-predictor-)[0-9a-f]{6,10}\b/g, '$1<hash>'),
    );
  }

  /** A runtime of the project, for sklearn unless it is said otherwise. */
  const runtime = (name: string, spec: object) =>
    api.cluster.apply([
      {
        apiVersion: 'serving.kserve.io/v1alpha1',
        kind: 'ServingRuntime',
        metadata: { name, namespace: api.namespace },
        spec: {
          supportedModelFormats: [{ name: 'sklearn' }],
          containers: [{ name: 'kserve-container', image: `kserve/${name}` }],
          ...spec,
        },
      },
    ]);

  /** The status once it is as recorded, else what it is after a while. */
  async function statusIn(
    situation: Situation,
    name = nameOf(situation),
  ): Promise<unknown> {
    let status: unknown;
    await waitUntil('the status is as recorded', async () => {
      const { body } = await api.request('GET', servicePath(name));
      status = body.status && withoutNames(name, body.status);
      return JSON.stringify(status) === JSON.stringify(recorded[situation]);
    }).catch(() => {});
    return status;
  }

  const reports: [Situation, (pod: any) => Promise<void>][] = [
    ['downloading', reported => kubelet.startDownload(reported)],
    [
      'downloadFailed',
      reported => kubelet.failDownload(reported, 'no such bucket'),
    ],
    ['starting', reported => kubelet.makeRunning(reported)],
    [
      'crashed',
      reported =>
        kubelet.crash(reported, 'kserve-container', 1, 'out of memory'),
    ],
    ['ready', reported => kubelet.makeReady(reported)],
  ];
  it.each(reports)('%s', async (situation, report) => {
    const name = nameOf(situation);
    await service(name, { storageUri });
    await report(await pod(name));
    expect(await statusIn(situation)).toEqual(recorded[situation]);
  });

  it('stopped', async () => {
    await service('stopped', { storageUri });
    await kubelet.makeReady(await pod('stopped'));
    await serviceWhen(
      'stopped',
      'is ready',
      ({ modelStatus }) => modelStatus?.transitionStatus === 'UpToDate',
    );
    await api.request('PATCH', servicePath('stopped'), {
      body: {
        metadata: { annotations: { 'serving.kserve.io/stop': 'true' } },
      },
    });
    expect(await statusIn('stopped')).toEqual(recorded.stopped);
  });

  interface Mistake {
    situation: Situation;
    options: ServiceOptions;
    /** What an event says of it, where the status says less. */
    event?: RegExp;
  }
  const mistakes: Mistake[] = [
    {
      situation: 'noRuntime',
      options: { storageUri, model: { modelFormat: { name: 'unheard-of' } } },
      event:
        /^no runtime found to support predictor with model type: \{unheard-of/,
    },
    {
      situation: 'runtimeMissing',
      options: { storageUri, model: { runtime: 'absent' } },
      event:
        /^No ServingRuntimes or ClusterServingRuntimes with the name: absent$/,
    },
    {
      situation: 'runtimeUnfit',
      options: {
        storageUri,
        model: {
          modelFormat: { name: 'xgboost' },
          runtime: 'kserve-sklearnserver',
        },
      },
      event:
        /^specified runtime kserve-sklearnserver does not support specified framework\/version$/,
    },
    {
      situation: 'runtimeDisabled',
      options: { storageUri, model: { runtime: 'switched-off' } },
      event: /^specified runtime switched-off is disabled$/,
    },
    {
      situation: 'serviceAccountMissing',
      options: { storageUri, predictor: { serviceAccountName: 'absent' } },
    },
    {
      situation: 'secretMissing',
      options: { storageUri, secrets: ['absent'] },
    },
    {
      situation: 'uriAndStorage',
      options: { storageUri, model: { storage: { key: 'a', path: 'b' } } },
      event: /^must provide only one of storageUri and storage.path$/,
    },
    {
      situation: 'unknownScheme',
      options: { storageUri: 'ftp://models/a' },
      event:
        /^StorageURI not supported:.*StorageUri \[ftp:\/\/models\/a\] is not supported$/s,
    },
  ];
  it.each(mistakes)('$situation', async ({ situation, options, event }) => {
    const name = nameOf(situation);
    if (situation === 'runtimeDisabled') {
      await runtime('switched-off', { disabled: true });
    }
    await service(name, options);
    expect(await statusIn(situation)).toEqual(recorded[situation]);
    if (event) {
      await waitUntil(`an event says ${event}`, async () =>
        (await events(name)).some(message => event.test(message)),
      );
    }
  });

  it('takes the runtime of the project before that of the cluster with the same name', async () => {
    await runtime('kserve-xgbserver', {
      supportedModelFormats: [{ name: 'sklearn', version: '1' }],
    });
    const name = 'own-runtime';
    const model = (format: object) => ({
      modelFormat: format,
      runtime: 'kserve-xgbserver',
    });
    await service(name, { storageUri, model: model({ name: 'xgboost' }) });
    await serviceWhen(
      name,
      'is refused',
      ({ modelStatus }) =>
        modelStatus?.lastFailureInfo?.reason === 'NoSupportingRuntime',
    );
    await service('fitting', {
      storageUri,
      model: model({ name: 'sklearn', version: '1' }),
    });
    const fitting = await serviceWhen(
      'fitting',
      'has a runtime',
      ({ servingRuntimeName }) => servingRuntimeName !== undefined,
    );
    expect(fitting.status.servingRuntimeName).toBe('kserve-xgbserver');
  });

  it('nameTooLong', async () => {
    const name = 'a'.repeat(53 - api.namespace.length);
    await service(name, { storageUri });
    expect(await statusIn('nameTooLong', name)).toEqual(recorded.nameTooLong);
  });
}
