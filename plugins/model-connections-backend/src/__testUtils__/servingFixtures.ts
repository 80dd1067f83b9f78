import { LocalCluster, waitUntil } from '@mooring/local-cluster';

const SERVING = { apiVersion: 'serving.kserve.io/v1beta1' };

/** What of a model service a test says. */
export interface TestService {
  /** The connection that it says its model comes from. */
  connection?: string;
  storageUri?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  /** Further fields of the predictor. */
  predictor?: object;
}

/** An InferenceService of a project. */
export const inferenceService = (
  namespace: string,
  name: string,
  { connection, storageUri, annotations, labels, predictor }: TestService = {},
) => ({
  ...SERVING,
  kind: 'InferenceService',
  metadata: {
    name,
    namespace,
    labels,
    annotations: {
      ...(connection && { 'aml-model-source-connection': connection }),
      ...annotations,
    },
  },
  spec: {
    predictor: {
      model: { modelFormat: { name: 'sklearn' }, storageUri },
      ...predictor,
    },
  },
});

/** An LLMInferenceService of a project. */
export const llmInferenceService = (
  namespace: string,
  name: string,
  template: object,
) => ({
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'LLMInferenceService',
  metadata: { name, namespace },
  spec: { model: { uri: 'hf://owner/model' }, template },
});

/** A ServiceAccount with credentials. */
export const serviceAccount = (
  namespace: string,
  name: string,
  secrets: string[],
  more: { annotations?: Record<string, string>; pullSecrets?: string[] } = {},
) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace, annotations: more.annotations },
  secrets: secrets.map(secret => ({ name: secret })),
  imagePullSecrets: (more.pullSecrets ?? []).map(secret => ({ name: secret })),
});

/** The S3 settings that KServe writes into a pod for a connection like `minioModels`. */
export const MINIO_LITERALS = {
  S3_USE_HTTPS: '0',
  S3_ENDPOINT: 'minio.minio.svc:9000',
  AWS_ENDPOINT_URL: 'http://minio.minio.svc:9000',
  AWS_DEFAULT_REGION: 'us-east-1',
};

/** Makes the pods of services as KServe does, where there is no KServe. */
export class TestPods {
  constructor(
    private readonly cluster: LocalCluster,
    private readonly namespace: string,
  ) {}

  /** A pod of a service, made now in place of those that it has. */
  async roll(
    service: string,
    credentials?: { secret: string; literals: Record<string, string> },
    component = 'predictor',
  ): Promise<void> {
    const path = `/api/v1/namespaces/${this.namespace}/pods`;
    const query = {
      labelSelector: `serving.kserve.io/inferenceservice=${service},component=${component}`,
    };
    const before = await this.cluster.request('GET', path, { query });
    for (const { metadata } of before.body.items) {
      await this.cluster.request('DELETE', `${path}/${metadata.name}`, {
        query: { gracePeriodSeconds: '0' },
      });
    }
    const env = credentials && [
      {
        name: 'AWS_ACCESS_KEY_ID',
        valueFrom: {
          secretKeyRef: { name: credentials.secret, key: 'AWS_ACCESS_KEY_ID' },
        },
      },
      ...Object.entries(credentials.literals).map(([name, value]) => ({
        name,
        value,
      })),
    ];
    // On a real cluster, pods have to wait for the project's default account.
    await waitUntil('the pod can be made', async () => {
      const { status } = await this.cluster.request('POST', path, {
        body: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: {
            generateName: `${service}-`,
            namespace: this.namespace,
            labels: {
              'serving.kserve.io/inferenceservice': service,
              component,
            },
          },
          spec: {
            initContainers: [
              { name: 'storage-initializer', image: 'none', env },
            ],
            containers: [{ name: 'kserve-container', image: 'none' }],
          },
        },
      });
      return status === 201;
    });
  }
}

/** Kubernetes' times are whole seconds: returns when what happens now is later than what has happened. */
export async function nextSecond(): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  await waitUntil(
    'the next second',
    async () => Math.floor(Date.now() / 1000) > now,
  );
}
