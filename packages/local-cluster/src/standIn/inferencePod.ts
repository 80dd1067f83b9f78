import { createHash } from 'node:crypto';

type Texts = Record<string, string>;

const S3 = 'serving.kserve.io/s3-';
/** By this annotation KServe's webhook knows what to bring. */
const SOURCE = 'internal.serving.kserve.io/storage-initializer-sourceuri';
/** Of an InferenceService's own annotations, those that are not for its pods. */
const NOT_COPIED = /^(kubectl\.kubernetes\.io\/|serving\.kserve\.io\/stop$)/;

/** The location of an InferenceService's model. */
export const sourceOf = (service: any): string | undefined =>
  service.spec?.predictor?.model?.storageUri;

/** The name of what KServe makes of the predictor. */
export const predictorName = (service: any): string =>
  `${service.metadata.name}-predictor`;

/**
 * The template of the pods of an InferenceService: what KServe writes into a
 * Deployment, in the parts that readers go by.
 *
 * @param runtime - a ServingRuntime or ClusterServingRuntime
 */
export function podTemplate(service: any, runtime: any): any {
  const { metadata, spec } = service;
  const { model = {}, annotations, labels, ...predictor } = spec.predictor;
  const container = runtime.spec?.containers?.[0] ?? {};
  const copied = Object.fromEntries(
    Object.entries<string>(metadata.annotations ?? {}).filter(
      ([key]) => !NOT_COPIED.test(key),
    ),
  );
  return {
    metadata: {
      labels: {
        ...metadata.labels,
        ...labels,
        app: `isvc.${predictorName(service)}`,
        component: 'predictor',
        'serving.kserve.io/inferenceservice': metadata.name,
      },
      annotations: {
        ...copied,
        ...annotations,
        ...(model.storageUri && { [SOURCE]: model.storageUri }),
      },
    },
    spec: {
      ...(predictor.serviceAccountName && {
        serviceAccountName: predictor.serviceAccountName,
      }),
      ...(predictor.imagePullSecrets && {
        imagePullSecrets: predictor.imagePullSecrets,
      }),
      containers: [
        {
          name: 'kserve-container',
          image: container.image ?? 'none',
          args: [...(container.args ?? []), ...(model.args ?? [])],
          env: model.env ?? [],
          resources: model.resources ?? {},
        },
      ],
    },
  };
}

/** What tells one template from another, as in the names of ReplicaSets. */
export const templateHash = (template: object): string =>
  createHash('sha256')
    .update(JSON.stringify(template))
    .digest('hex')
    .slice(0, 10);

/** The variables that a Secret with S3 keys gives the downloader: literals are fixed when the pod is made. */
function s3Variables(secret: any): object[] {
  const { name, annotations = {} } = secret.metadata;
  const data: Texts = Object.fromEntries(
    Object.entries<string>(secret.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]),
  );
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  if (!keys.every(key => key in data)) {
    return [];
  }
  const literal = (variable: string, annotation: string, key = variable) => {
    const value = annotations[S3 + annotation] ?? data[key];
    return value ? [{ name: variable, value }] : [];
  };
  const endpoint = annotations[`${S3}endpoint`] ?? data.S3_ENDPOINT;
  const https = annotations[`${S3}usehttps`] ?? data.S3_USE_HTTPS;
  return [
    ...keys.map(key => ({
      name: key,
      valueFrom: { secretKeyRef: { name, key } },
    })),
    ...(endpoint
      ? [
          ...literal('S3_USE_HTTPS', 'usehttps'),
          { name: 'S3_ENDPOINT', value: endpoint },
          {
            name: 'AWS_ENDPOINT_URL',
            value: `${https === '0' ? 'http' : 'https'}://${endpoint}`,
          },
        ]
      : []),
    ...literal('S3_VERIFY_SSL', 'verifyssl'),
    ...literal('awsAnonymousCredential', 'useanoncredential'),
    ...literal('AWS_DEFAULT_REGION', 'region'),
    ...literal('S3_USER_VIRTUAL_BUCKET', 'usevirtualbucket'),
    ...literal('AWS_CA_BUNDLE', 'cabundle'),
    ...literal('AWS_CA_BUNDLE_CONFIGMAP', 'cabundle-configmap'),
  ];
}

/**
 * A pod as it is after KServe's webhook has seen it: with what brings the
 * model.
 *
 * @param secrets - those that its ServiceAccount names
 */
export function admittedPod(
  template: any,
  source: string | undefined,
  secrets: any[],
): any {
  const { spec } = template;
  const image = /^oci:\/\/(.*)$/.exec(source ?? '')?.[1];
  if (image !== undefined) {
    return {
      ...template,
      spec: {
        ...spec,
        initContainers: [
          { name: 'modelcar-init', image, args: ['sh', '-c', 'ls /models'] },
        ],
        containers: [...spec.containers, { name: 'modelcar', image }],
      },
    };
  }
  if (source === undefined || source.startsWith('pvc://')) {
    return template;
  }
  return {
    ...template,
    spec: {
      ...spec,
      initContainers: [
        {
          name: 'storage-initializer',
          image: 'kserve/storage-initializer',
          args: [source, '/mnt/models'],
          env: secrets.flatMap(s3Variables),
        },
      ],
    },
  };
}
