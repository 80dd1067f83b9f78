type Shape = {
  spec: Record<string, unknown>;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
};

const model = (more: object, predictor: object = {}): Shape => ({
  spec: {
    predictor: {
      ...predictor,
      model: {
        modelFormat: { name: 'sklearn' },
        storageUri: 'gs://bucket/a/b',
        ...more,
      },
    },
  },
});
const framework = (name: string, more: object = {}): Shape => ({
  spec: { predictor: { [name]: { storageUri: 'gs://bucket/model', ...more } } },
});
const at = (storageUri: string): Shape => model({ storageUri });
const annotated = (annotations: Record<string, string>): Shape => ({
  ...model({}),
  annotations,
});
const own = (image: string, more: object = {}) => ({
  containers: [{ name: 'kserve-container', image, ...more }],
});
const beside = (component: object): Shape => ({
  spec: { ...model({}).spec, ...component },
});
const resources = {
  requests: { cpu: '500m', memory: '1Gi' },
  limits: { cpu: '1', memory: '2Gi', 'nvidia.com/gpu': '1' },
};

/** Services of every kind that people deploy with KServe, each in a shape of its own. */
export const serviceShapes: Record<string, Shape> = {
  'sklearn-old': framework('sklearn'),
  'xgboost-old': framework('xgboost', { resources }),
  'tensorflow-old': framework('tensorflow', { runtimeVersion: '2.6.2' }),
  'pytorch-old': framework('pytorch', { protocolVersion: 'v2' }),
  'triton-old': framework('triton', { env: [{ name: 'OMP', value: '1' }] }),
  'onnx-old': framework('onnx', { args: ['--port=9000'] }),
  'huggingface-old': framework('huggingface', {
    args: ['--model_name=bert', '--max-length=512'],
  }),
  'pmml-old': framework('pmml'),
  'lightgbm-old': framework('lightgbm'),
  'paddle-old': framework('paddle'),
  'sklearn-new': model({}),
  'format-version': model({ modelFormat: { name: 'sklearn', version: '1' } }),
  'named-runtime': model({ runtime: 'kserve-sklearnserver' }),
  'runtime-version': model({ runtimeVersion: 'v0.14.0' }),
  'protocol-v2': model({ protocolVersion: 'v2' }),
  'with-resources': model({ resources }),
  'with-env': model({
    env: [
      { name: 'PLAIN', value: 'a' },
      {
        name: 'SECRET',
        valueFrom: { secretKeyRef: { name: 'some', key: 'token' } },
      },
      {
        name: 'MAP',
        valueFrom: {
          configMapKeyRef: { name: 'some', key: 'a', optional: true },
        },
      },
      {
        name: 'FIELD',
        valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
      },
    ],
  }),
  'with-args': model({ args: ['--enable_docs_url=True', '--workers', '2'] }),
  'with-probes': model({
    readinessProbe: {
      httpGet: { path: '/v2/health/ready', port: 8080 },
      initialDelaySeconds: 30,
    },
    livenessProbe: { tcpSocket: { port: 8080 } },
  }),
  'with-ports': model({
    ports: [{ name: 'h2c', containerPort: 9000, protocol: 'TCP' }],
  }),
  'with-mounts': model(
    { volumeMounts: [{ name: 'cache', mountPath: '/cache' }] },
    { volumes: [{ name: 'cache', emptyDir: { sizeLimit: '1Gi' } }] },
  ),
  'with-account': model({}, { serviceAccountName: 'some-account' }),
  'with-pull-secrets': model({}, { imagePullSecrets: [{ name: 'mine' }] }),
  'on-nodes': model(
    {},
    {
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: 'gpu', operator: 'In', values: ['a'] },
                ],
              },
            ],
          },
        },
      },
    },
  ),
  'with-sidecar': model({}, { containers: [{ name: 'log', image: 'log:1' }] }),
  'with-init': model(
    {},
    {
      initContainers: [
        { name: 'first', image: 'busybox:1', command: ['true'] },
      ],
    },
  ),
  scaled: model(
    {},
    { minReplicas: 1, maxReplicas: 3, scaleTarget: 80, scaleMetric: 'cpu' },
  ),
  'scaled-by-annotation': annotated({
    'serving.kserve.io/autoscalerClass': 'hpa',
    'serving.kserve.io/metric': 'cpu',
    'serving.kserve.io/targetUtilizationPercentage': '70',
  }),
  'scaled-by-others': annotated({
    'serving.kserve.io/autoscalerClass': 'external',
  }),
  strategy: model(
    {},
    {
      deploymentStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
    },
  ),
  timeouts: model({}, { timeout: 120, containerConcurrency: 10 }),
  canary: model({}, { canaryTrafficPercent: 10 }),
  batched: model({}, { batcher: { maxBatchSize: 32, maxLatency: 5000 } }),
  logged: model({}, { logger: { mode: 'all', url: 'http://sink.example' } }),
  'pod-marks': model({}, { labels: { team: 'a' }, annotations: { note: 'b' } }),
  'object-marks': {
    ...annotated({ 'example.com/note': 'x' }),
    labels: { team: 'a' },
  },
  'from-s3': at('s3://bucket/model'),
  'from-pvc': at('pvc://claim/model'),
  'from-claim': at('pvc://claim'),
  'from-hub': at('hf://owner/model:main'),
  'from-image': at('oci://r.example/model:1'),
  'from-http': at('https://example.com/model.joblib'),
  'from-azure': at('https://acme.blob.core.windows.net/models/a'),
  'from-hdfs': at('hdfs://host/model'),
  'by-storage-key': {
    spec: {
      predictor: {
        model: {
          modelFormat: { name: 'sklearn' },
          storage: {
            key: 'minio',
            path: 'a/b',
            parameters: { type: 's3', bucket: 'c' },
          },
        },
      },
    },
  },
  'by-secret-annotation': {
    ...at('s3://bucket/model'),
    annotations: { 'serving.kserve.io/storageSecretName': 'some' },
  },
  'by-connection': {
    ...at('s3://bucket/model'),
    annotations: { 'aml-model-source-connection': 'gone' },
  },
  'by-hub-convention': {
    spec: { predictor: { model: { modelFormat: { name: 'sklearn' } } } },
    annotations: {
      'opendatahub.io/connections': 'gone',
      'opendatahub.io/connection-path': 'a/b',
    },
  },
  'own-container': { spec: { predictor: own('server:1', { args: ['--a'] }) } },
  'own-container-with-model': {
    spec: {
      predictor: own('server:1', {
        env: [{ name: 'STORAGE_URI', value: 'gs://bucket/model' }],
      }),
    },
  },
  transformer: beside({
    transformer: { minReplicas: 1, ...own('transform:1') },
  }),
  explainer: beside({ explainer: own('explain:1') }),
  'art-explainer': beside({
    explainer: { art: { type: 'SquareAttack', config: { nb_classes: '10' } } },
  }),
  'all-components': beside({
    transformer: own('transform:1', { env: [{ name: 'A', value: 'b' }] }),
    explainer: own('explain:1'),
  }),
  stopped: annotated({ 'serving.kserve.io/stop': 'true' }),
  'multi-node': {
    spec: {
      predictor: {
        model: {
          modelFormat: { name: 'huggingface' },
          runtime: 'kserve-huggingfaceserver-multinode',
          storageUri: 'pvc://claim/model',
        },
        workerSpec: { pipelineParallelSize: 2, tensorParallelSize: 1 },
      },
    },
    annotations: { 'serving.kserve.io/autoscalerClass': 'none' },
  },
};
