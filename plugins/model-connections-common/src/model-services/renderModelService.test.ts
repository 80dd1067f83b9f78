import { cloneDeep, merge } from 'lodash';
import { alauda } from '../conventions/alauda';
import { openDataHub } from '../conventions/openDataHub';
import { secretsOfService } from './connectionBindings';
import { ModelConnection } from './credentialBinding';
import { InferenceService } from './InferenceService';
import { defaultKServeCredentials } from './kserveCredentials';
import { mergePatchOf } from './mergePatchOf';
import { ModelLocation, ModelServiceWrite } from './ModelService';
import { readModelService } from './readModelService';
import { renderModelService } from './renderModelService';

const S3_KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const connection = (
  name: string,
  protocol: ModelConnection['protocol'],
  keys: string[],
  values: Record<string, string>,
): ModelConnection => ({ name, protocol, keys, values });

const minio = connection('minio', 's3', S3_KEYS, { AWS_S3_BUCKET: 'models' });
const otherS3 = connection('other', 's3', S3_KEYS, { AWS_S3_BUCKET: 'b' });
const registry = connection(
  'registry',
  'oci',
  ['.dockerconfigjson', 'OCI_HOST'],
  { OCI_HOST: 'r.example' },
);
const gcs = connection('gcs', 'gcs', ['gcloud-application-credentials.json'], {
  GCS_BUCKET: 'models',
});
const azure = connection('azure', 'azure', ['AZURE_STORAGE_ACCESS_KEY'], {
  AZURE_ACCOUNT_NAME: 'acme',
  AZURE_CONTAINER: 'models',
});
const hf = connection('hf', 'hf', ['HF_TOKEN'], {});
const address = connection('address', 'uri', ['URI'], {
  URI: 'https://example.com/a.joblib',
});
const secretAddress = connection(
  'secret-address',
  'uri',
  ['URI', 'https-host', 'headers'],
  { URI: 'https://example.com/a.joblib' },
);

/** Everything that a service can be bound to, and what that has to make of it. */
interface Binding {
  title: string;
  location: ModelLocation;
  connection?: ModelConnection;
  uri?: string;
  account?: string;
  isDedicated?: true;
  pullSecrets?: string[];
}
const from = (
  of: ModelConnection,
  path?: string,
  serviceAccountName?: string,
): Pick<Binding, 'location' | 'connection'> => ({
  location: {
    kind: 'connection',
    connection: of.name,
    ...(path && { path }),
    ...(serviceAccountName && { serviceAccountName }),
  },
  connection: of,
});
const dedicated = {
  account: 'qwen-model-source',
  isDedicated: true as const,
};
const bindings: Binding[] = [
  {
    title: 's3',
    ...from(minio, 'llm/a'),
    uri: 's3://models/llm/a',
    ...dedicated,
  },
  { title: 'other s3', ...from(otherS3, 'a'), uri: 's3://b/a', ...dedicated },
  { title: 'gcs', ...from(gcs, 'a'), uri: 'gs://models/a', ...dedicated },
  {
    title: 'azure',
    ...from(azure, 'a'),
    uri: 'https://acme.blob.core.windows.net/models/a',
    ...dedicated,
  },
  { title: 'hf', ...from(hf, 'o/m:main'), uri: 'hf://o/m:main', ...dedicated },
  { title: 'address', ...from(address), uri: 'https://example.com/a.joblib' },
  {
    title: 'address with headers',
    ...from(secretAddress),
    uri: 'https://example.com/a.joblib',
    ...dedicated,
  },
  {
    title: 'oci',
    ...from(registry, 'qwen:1'),
    uri: 'oci://r.example/qwen:1',
    pullSecrets: ['of-the-project', 'registry'],
  },
  {
    title: 's3 with an account of its own',
    ...from(minio, 'a', 'irsa'),
    uri: 's3://models/a',
    account: 'irsa',
  },
  {
    title: 'oci with an account of its own',
    ...from(registry, 'qwen:1', 'irsa'),
    uri: 'oci://r.example/qwen:1',
    account: 'irsa',
    pullSecrets: ['of-the-project', 'registry'],
  },
  {
    title: 'pvc',
    location: { kind: 'pvc', claim: 'claim', path: 'a' },
    uri: 'pvc://claim/a',
  },
  {
    title: 'uri',
    location: { kind: 'uri', uri: 'hf://o/m' },
    uri: 'hf://o/m',
  },
  {
    title: 'uri with an account of its own',
    location: { kind: 'uri', uri: 'hf://o/m', serviceAccountName: 'irsa' },
    uri: 'hf://o/m',
    account: 'irsa',
  },
];

const accountPullSecrets = ['of-the-project'];
const write = (location?: ModelLocation): ModelServiceWrite => ({
  name: 'qwen',
  displayName: 'Qwen',
  modelFormat: { name: 'huggingface' },
  location,
});
const render = (binding: Binding, current?: InferenceService) =>
  renderModelService({
    namespace: 'team-a',
    write: {
      ...write(binding.location),
      ...(current && { labels: current.metadata.labels }),
    },
    convention: alauda,
    current,
    connection: binding.connection,
    accountPullSecrets,
  });

/** As Kubernetes does it (RFC 7386). */
function applyMergePatch(target: any, patch: any): any {
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      result[key] = applyMergePatch(result[key] ?? {}, value);
    } else {
      result[key] = value;
    }
  }
  return result;
}

describe('a new model service', () => {
  it.each(bindings)('from $title', binding => {
    const { inferenceService, serviceAccount } = render(binding);
    const { model, serviceAccountName, imagePullSecrets } =
      inferenceService.spec.predictor;
    expect(model).toEqual({
      modelFormat: { name: 'huggingface' },
      storageUri: binding.uri,
    });
    expect(serviceAccountName).toBe(binding.account);
    expect(imagePullSecrets?.map(({ name }) => name)).toEqual(
      binding.pullSecrets,
    );
    expect(inferenceService.metadata).toEqual({
      name: 'qwen',
      namespace: 'team-a',
      annotations: {
        'cpaas.io/display-name': 'Qwen',
        ...(binding.connection && {
          'aml-model-source-connection': binding.connection.name,
        }),
        ...(binding.pullSecrets && {
          'mooring.dev/added-pull-secrets': JSON.stringify(binding.pullSecrets),
        }),
      },
    });
    expect(serviceAccount).toEqual(
      binding.isDedicated && {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'qwen-model-source',
          namespace: 'team-a',
          annotations: { 'mooring.dev/model-service': 'qwen' },
        },
        secrets: [{ name: binding.connection!.name }],
        imagePullSecrets: [{ name: 'of-the-project' }],
      },
    );
  });

  it.each(bindings)('from $title is read back as it was written', binding => {
    const { inferenceService } = render(binding);
    const read = readModelService(inferenceService, {
      cluster: 'local',
      connection: binding.connection && {
        protocol: binding.connection.protocol,
      },
    });
    expect(read).toMatchObject(write(binding.location));
  });

  it('leaves an S3 connection of Open Data Hub to its operator', () => {
    const { inferenceService, serviceAccount } = renderModelService({
      namespace: 'team-a',
      write: write(bindings[0].location),
      convention: openDataHub,
      connection: minio,
    });
    expect(serviceAccount).toBeUndefined();
    expect(inferenceService.metadata.annotations).toEqual({
      'openshift.io/display-name': 'Qwen',
      'opendatahub.io/connections': 'minio',
      'opendatahub.io/connection-path': 'llm/a',
    });
    expect(inferenceService.spec.predictor).toEqual({
      model: { modelFormat: { name: 'huggingface' } },
    });
    expect(
      readModelService(inferenceService, { cluster: 'local' }).location,
    ).toEqual(bindings[0].location);
  });

  it.each([
    ['a new one', undefined],
    ['one that the operator has bound', minio],
  ])(
    'binds a connection that the operator does not know itself: %s',
    (_, before) => {
      const current =
        before &&
        renderModelService({
          namespace: 'team-a',
          write: write(from(before, 'a').location),
          convention: openDataHub,
          connection: { ...before, convention: openDataHub.id },
        }).inferenceService;
      if (current) {
        current.spec.predictor.serviceAccountName = 'minio-sa';
        current.spec.predictor.model!.storage = { key: 'minio', path: 'a' };
      }
      const { inferenceService, serviceAccount } = renderModelService({
        namespace: 'team-a',
        write: write(from(otherS3, 'a').location),
        convention: openDataHub,
        current,
        connection: { ...otherS3, convention: alauda.id },
      });
      expect(inferenceService.metadata.annotations).toEqual({
        'openshift.io/display-name': 'Qwen',
        'aml-model-source-connection': 'other',
      });
      expect(inferenceService.spec.predictor).toEqual({
        serviceAccountName: 'qwen-model-source',
        model: {
          modelFormat: { name: 'huggingface' },
          storageUri: 's3://b/a',
        },
      });
      expect(serviceAccount?.secrets).toEqual([{ name: 'other' }]);
    },
  );

  it('keeps what that operator has put in, which it does not do again', () => {
    const ofHub = (location: ModelLocation, current?: InferenceService) =>
      renderModelService({
        namespace: 'team-a',
        write: write(location),
        convention: openDataHub,
        connection: minio,
        current,
        rebind: true,
      }).inferenceService;
    const { location } = bindings[0];
    const bound = ofHub(location);
    bound.spec.predictor.serviceAccountName = 'minio-sa';
    bound.spec.predictor.model!.storage = { key: 'minio', path: 'llm/a' };
    expect(readModelService(bound, { cluster: 'local' }).location).toEqual(
      location,
    );
    expect(ofHub(location, bound)).toEqual(bound);
    const moved = ofHub({ ...location, path: 'llm/b' } as ModelLocation, bound);
    expect(moved.spec.predictor).toMatchObject({
      serviceAccountName: 'minio-sa',
      model: { storage: { key: 'minio', path: 'llm/b' } },
    });
  });

  it('holds everything that can be written', () => {
    const everything: ModelServiceWrite = {
      ...write({ kind: 'uri', uri: 'hf://o/m' }),
      description: 'For chats',
      modelFormat: { name: 'huggingface', version: '1' },
      runtime: 'vllm',
      protocolVersion: 'v2',
      deploymentMode: 'Standard',
      resources: { limits: { 'nvidia.com/gpu': '1' } },
      env: [{ name: 'A', value: 'b' }],
      args: ['--dtype=half'],
      minReplicas: 0,
      maxReplicas: 3,
      labels: { team: 'a' },
    };
    const { inferenceService } = renderModelService({
      namespace: 'team-a',
      write: everything,
      convention: alauda,
    });
    expect(inferenceService.spec.predictor).toEqual({
      minReplicas: 0,
      maxReplicas: 3,
      model: {
        modelFormat: { name: 'huggingface', version: '1' },
        runtime: 'vllm',
        protocolVersion: 'v2',
        resources: { limits: { 'nvidia.com/gpu': '1' } },
        env: [{ name: 'A', value: 'b' }],
        args: ['--dtype=half'],
        storageUri: 'hf://o/m',
      },
    });
    expect(
      readModelService(inferenceService, { cluster: 'local' }),
    ).toMatchObject(everything);
  });

  it('needs the connection that it names', () => {
    expect(() => render({ ...bindings[0], connection: undefined })).toThrow(
      'Connection minio was not read',
    );
    expect(() => render({ ...bindings[0], connection: gcs })).toThrow(
      'Connection minio was not read',
    );
  });
});

describe('a model service that moves', () => {
  const moves = bindings.flatMap(before =>
    bindings
      .filter(after => after !== before)
      .map(after => ({
        title: `${before.title} → ${after.title}`,
        before,
        after,
      })),
  );

  /** What people, GitOps or KServe add to a service. */
  const additions = {
    metadata: {
      labels: { team: 'a' },
      annotations: { 'example.com/a': 'b', 'serving.kserve.io/stop': 'true' },
    },
    spec: {
      predictor: {
        tolerations: [{ key: 'gpu' }],
        model: { unknown: { deep: [1] } },
        imagePullSecrets: [{ name: 'of-the-user' }],
      },
      transformer: { containers: [{ name: 'a' }] },
    },
  };
  const withAdditions = (binding: Binding) => {
    const { inferenceService } = render(binding);
    const own = inferenceService.spec.predictor.imagePullSecrets ?? [];
    return merge(cloneDeep(inferenceService), additions, {
      spec: {
        predictor: { imagePullSecrets: [{ name: 'of-the-user' }, ...own] },
      },
    });
  };

  it.each(moves)(
    '$title leaves nothing behind and keeps the rest',
    ({ before, after }) => {
      const current = withAdditions(before);
      const expected = withAdditions(after);
      if (after.title === 'pvc' && !before.isDedicated && before.account) {
        // A volume claim says nothing of accounts, and this one is not ours.
        expected.spec.predictor.serviceAccountName = before.account;
      }
      const moved = render(after, current);
      expect(moved.inferenceService).toEqual(expected);
      expect(moved.serviceAccount).toEqual(render(after).serviceAccount);
      expect(
        applyMergePatch(current, mergePatchOf(current, moved.inferenceService)),
      ).toEqual(expected);
    },
  );

  it('to a volume claim keeps an account that was not made for it', () => {
    const current = render(
      bindings.find(({ title }) => title === 'pvc')!,
    ).inferenceService;
    current.spec.predictor.serviceAccountName = 'of-the-user';
    const { inferenceService } = render(
      {
        title: '',
        location: { kind: 'pvc', claim: 'other' },
      },
      current,
    );
    expect(inferenceService.spec.predictor).toMatchObject({
      serviceAccountName: 'of-the-user',
      model: { storageUri: 'pvc://other' },
    });
  });

  it.each(
    bindings
      .filter(({ connection: of, account }) => of ?? account)
      .flatMap(binding =>
        [false, true].map(binds => [binding.title, binds, binding] as const),
      ),
  )(
    'to %s takes its credentials from there alone (by annotation: %s)',
    (_, binds, binding) => {
      const key = defaultKServeCredentials.secretAnnotation;
      const current = render(
        bindings.find(({ title }) => title === 'pvc')!,
      ).inferenceService;
      current.metadata.annotations = { [key]: 'of-others' };
      current.spec.predictor.annotations = { [key]: 'of-others', a: 'b' };
      const { inferenceService, serviceAccount } = renderModelService({
        namespace: 'team-a',
        write: write(binding.location),
        convention: alauda,
        current,
        connection: binding.connection,
        secretAnnotation: { key, binds },
      });
      const account = serviceAccount ?? {
        secrets: binding.account ? [{ name: `of-${binding.account}` }] : [],
      };
      const sources = [
        ...secretsOfService(
          inferenceService,
          account,
          defaultKServeCredentials,
        ),
      ].flatMap(([name, via]) =>
        via === 'serviceAccount' || via === 'storageSecretName' ? [name] : [],
      );
      const own = binding.isDedicated && binding.connection!.name;
      expect(sources).toEqual(
        binding.account ? [own ?? `of-${binding.account}`] : [],
      );
      expect(inferenceService.spec.predictor.annotations).toEqual({ a: 'b' });
    },
  );

  it.each(['pvc', 'uri'])('to %s keeps a Secret that others name', title => {
    const key = defaultKServeCredentials.secretAnnotation;
    const current = render(bindings[0]).inferenceService;
    current.metadata.annotations![key] = 'of-others';
    const { inferenceService } = renderModelService({
      namespace: 'team-a',
      write: write(bindings.find(binding => binding.title === title)!.location),
      convention: alauda,
      current,
      secretAnnotation: { key, binds: false },
    });
    expect(inferenceService.metadata.annotations).toMatchObject({
      [key]: 'of-others',
    });
  });

  it('keeps the convention that it is written in', () => {
    const current = renderModelService({
      namespace: 'team-a',
      write: write(bindings[0].location),
      convention: openDataHub,
      connection: minio,
    }).inferenceService;
    const toGcs = bindings.find(({ title }) => title === 'gcs')!;
    const { inferenceService, serviceAccount } = render(toGcs, current);
    expect(inferenceService.metadata.annotations).toEqual({
      'openshift.io/display-name': 'Qwen',
      'opendatahub.io/connections': 'gcs',
    });
    expect(serviceAccount?.secrets).toEqual([{ name: 'gcs' }]);
  });

  it('takes up a pull secret that the user had, and leaves it', () => {
    const oci = bindings.find(({ title }) => title === 'oci')!;
    const pvc = bindings.find(({ title }) => title === 'pvc')!;
    const current = render(pvc).inferenceService;
    current.spec.predictor.imagePullSecrets = [{ name: 'registry' }];
    const bound = render(oci, current).inferenceService;
    expect(bound.spec.predictor.imagePullSecrets).toEqual([
      { name: 'registry' },
      { name: 'of-the-project' },
    ]);
    expect(render(pvc, bound).inferenceService).toEqual(current);
  });
});

describe('a model service that stays', () => {
  it('is not bound again, unless asked to', () => {
    const [s3] = bindings;
    const current = render(s3).inferenceService;
    current.spec.predictor.serviceAccountName = undefined;
    current.spec.predictor.model!.storageUri = 's3://old/llm/a';
    const options = {
      namespace: 'team-a',
      write: write(s3.location),
      convention: alauda,
      current,
      connection: minio,
      accountPullSecrets,
    };
    const kept = renderModelService(options);
    expect(mergePatchOf(current, kept.inferenceService)).toBeUndefined();
    expect(kept.serviceAccount).toBeUndefined();

    const bound = renderModelService({
      ...options,
      rebind: true,
      restartedAt: '2026-11-21T09:00:00Z',
    });
    expect(mergePatchOf(current, bound.inferenceService)).toEqual({
      spec: {
        predictor: {
          annotations: { 'mooring.dev/restarted-at': '2026-11-21T09:00:00Z' },
          serviceAccountName: 'qwen-model-source',
          model: { storageUri: 's3://models/llm/a' },
        },
      },
    });
    expect(bound.serviceAccount?.secrets).toEqual([{ name: 'minio' }]);
  });

  it('changes only what differs', () => {
    const [s3] = bindings;
    const current = render(s3).inferenceService;
    const { inferenceService } = renderModelService({
      namespace: 'team-a',
      write: {
        ...write(s3.location),
        displayName: '',
        args: ['--a'],
      },
      convention: alauda,
      current,
    });
    expect(mergePatchOf(current, inferenceService)).toEqual({
      metadata: { annotations: { 'cpaas.io/display-name': null } },
      spec: { predictor: { model: { args: ['--a'] } } },
    });
  });

  it('keeps the name under which its display name stands', () => {
    const current: InferenceService = {
      metadata: {
        name: 'a',
        annotations: { 'openshift.io/display-name': 'Old' },
      },
      spec: { predictor: {} },
    };
    const { inferenceService } = renderModelService({
      namespace: 'team-a',
      write: { name: 'a', displayName: 'New' },
      convention: alauda,
      current,
    });
    expect(inferenceService.metadata.annotations).toEqual({
      'openshift.io/display-name': 'New',
    });
  });

  it('moves an older predictor to the present form when its format changes', () => {
    const current: InferenceService = {
      metadata: { name: 'a' },
      spec: {
        predictor: { sklearn: { storageUri: 's3://b/a', runtimeVersion: '1' } },
      },
    };
    const { inferenceService } = renderModelService({
      namespace: 'team-a',
      write: {
        name: 'a',
        modelFormat: { name: 'xgboost' },
        location: { kind: 'uri', uri: 's3://b/a' },
      },
      convention: alauda,
      current,
    });
    expect(inferenceService.spec.predictor).toEqual({
      model: {
        modelFormat: { name: 'xgboost' },
        storageUri: 's3://b/a',
        runtimeVersion: '1',
      },
    });
  });
});
