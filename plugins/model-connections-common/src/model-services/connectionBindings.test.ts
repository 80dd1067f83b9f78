import {
  effectiveServiceAccountName,
  secretsOfService,
  secretsOfServiceAccount,
} from './connectionBindings';
import { InferenceService, Predictor } from './InferenceService';
import {
  defaultKServeCredentials,
  parseKServeCredentials,
} from './kserveCredentials';

const named = (...names: string[]) => names.map(name => ({ name }));

const service = (
  predictor: Predictor,
  annotations?: Record<string, string>,
): InferenceService => ({
  metadata: { name: 'qwen', annotations },
  spec: { predictor },
});

const bound = (
  of: InferenceService,
  account?: Parameters<typeof secretsOfService>[1],
  credentials = defaultKServeCredentials,
) => Object.fromEntries(secretsOfService(of, account, credentials));

describe('secretsOfService', () => {
  it.each(['aml-model-source-connection', 'opendatahub.io/connections'])(
    'reads the annotation %s',
    key => {
      expect(bound(service({}, { [key]: 'minio' }))).toEqual({
        minio: 'annotation',
      });
    },
  );

  it('says the way by which credentials come, where there are several', () => {
    const marked = service(
      { imagePullSecrets: named('harbor') },
      { 'aml-model-source-connection': 'minio' },
    );
    expect(bound(marked, { secrets: named('minio', 'harbor') })).toEqual({
      minio: 'serviceAccount',
      harbor: 'serviceAccount',
    });
    expect(bound(marked)).toEqual({
      minio: 'annotation',
      harbor: 'imagePullSecret',
    });
  });

  it('takes the pull secrets of the account where the pod has none of its own', () => {
    const account = { imagePullSecrets: named('of-account') };
    expect(bound(service({}), account)).toEqual({
      'of-account': 'imagePullSecret',
    });
    expect(bound(service({ imagePullSecrets: named('own') }), account)).toEqual(
      { own: 'imagePullSecret' },
    );
  });

  it('takes the Secret that is named directly instead of those of the account', () => {
    const account = { secrets: named('of-account') };
    const key = 'serving.kserve.io/storageSecretName';
    expect(bound(service({}, { [key]: 'minio' }), account)).toEqual({
      minio: 'storageSecretName',
    });
    expect(
      bound(service({ annotations: { [key]: 'minio' } }), account),
    ).toEqual({ minio: 'storageSecretName' });
    const credentials = parseKServeCredentials(
      '{"storageSecretNameAnnotation":"example.com/secret"}',
    );
    const renamed = { 'example.com/secret': 'minio', [key]: 'ignored' };
    expect(bound(service({}, renamed), account, credentials)).toEqual({
      minio: 'storageSecretName',
    });
  });

  it('reads storage.key, whose entries lie in a Secret of their own', () => {
    const stored = service({ model: { storage: { key: 'minio' } } });
    expect(bound(stored)).toEqual({
      minio: 'storageKey',
      'storage-config': 'storageSecretName',
    });
    const older = service({ sklearn: { storage: { key: 'minio' } } });
    expect(
      bound(
        older,
        undefined,
        parseKServeCredentials('{"storageSpecSecretName":"entries"}'),
      ),
    ).toEqual({ minio: 'storageKey', entries: 'storageSecretName' });
  });

  it('reads an LLMInferenceService by its template', () => {
    const llm = {
      kind: 'LLMInferenceService',
      metadata: {
        name: 'llama',
        annotations: { 'opendatahub.io/connections': 'hub' },
      },
      spec: {
        model: { uri: 'hf://meta/llama' },
        template: {
          serviceAccountName: 'llm',
          imagePullSecrets: named('harbor'),
        },
      },
    } as unknown as InferenceService;
    expect(effectiveServiceAccountName(llm)).toBe('llm');
    expect(bound(llm, { secrets: named('minio') })).toEqual({
      hub: 'annotation',
      harbor: 'imagePullSecret',
      minio: 'serviceAccount',
    });
  });

  it('survives what others wrote', () => {
    const broken = { metadata: { name: 'x' } } as InferenceService;
    expect(bound(broken)).toEqual({});
    expect(effectiveServiceAccountName(broken)).toBe('default');
    expect(parseKServeCredentials('{')).toBe(defaultKServeCredentials);
    expect(parseKServeCredentials(undefined)).toEqual({
      ...defaultKServeCredentials,
      s3: {},
    });
  });
});

it('secretsOfServiceAccount tells credentials from pull secrets', () => {
  expect(
    Object.fromEntries(
      secretsOfServiceAccount({
        secrets: named('minio', 'both'),
        imagePullSecrets: named('harbor', 'both'),
      }),
    ),
  ).toEqual({
    minio: 'serviceAccount',
    both: 'serviceAccount',
    harbor: 'imagePullSecret',
  });
});
