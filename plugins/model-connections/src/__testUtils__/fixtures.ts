import {
  builtInConnectionTypes,
  Cluster,
  Connection,
  ConnectionSummary,
  ConnectionType,
  ConnectionTypeField,
  Dependent,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';

/** A cluster for tests. */
export function clusterFixture(overrides: Partial<Cluster> = {}): Cluster {
  return {
    name: 'prod',
    title: 'Production',
    authProvider: 'serviceAccount',
    conventions: { read: ['alauda'], write: 'alauda' },
    ...overrides,
  };
}

/** A connection for tests, one that the caller may delete. */
export function connectionFixture(
  overrides: Partial<ConnectionSummary> & { name: string },
): ConnectionSummary {
  return {
    cluster: 'prod',
    namespace: 'team-a',
    typeName: 'ct-s3-storage',
    protocol: 's3',
    protocols: ['s3'],
    createdAt: '2026-01-01T00:00:00Z',
    contentChangedAt: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    convention: 'alauda',
    allowedActions: ['update', 'delete', 'use', 'check', 'browse'],
    ...overrides,
  };
}

/** A type of somebody's own for tests, which the caller may change. */
export function connectionTypeFixture(
  overrides: Partial<ConnectionType> & { name: string },
): ConnectionType {
  return {
    displayName: 'Own type',
    categories: ['Test'],
    enabled: true,
    preinstalled: false,
    protocols: [],
    fields: [
      { type: 'section', name: 'Part' },
      { type: 'short-text', name: 'Host', envVar: 'HOST', properties: {} },
    ],
    creator: 'user:default/dana',
    createdAt: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    convention: 'alauda',
    allowedActions: ['update', 'delete', 'enable'],
    ...overrides,
  };
}

/** The built-in types as a cluster has them. */
export const builtInTypes: ConnectionType[] = builtInConnectionTypes.map(
  type => ({
    ...type,
    fields: type.fields as ConnectionTypeField[],
    enabled: true,
    preinstalled: true,
    protocols: [],
    createdAt: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    convention: 'alauda',
    allowedActions: [],
  }),
);

/** A connection to S3 with its values, as its own page gets it. */
export function storedConnectionFixture(
  overrides: Partial<Connection> = {},
): Connection {
  return {
    ...connectionFixture({ name: 'minio', displayName: 'MinIO models' }),
    valuesInAnnotation: false,
    values: {
      AWS_S3_ENDPOINT: { value: 'http://minio.minio.svc:9000' },
      AWS_ACCESS_KEY_ID: { value: 'minio-user' },
      AWS_SECRET_ACCESS_KEY: { isSet: true },
      AWS_DEFAULT_REGION: { value: 'us-east-1' },
      AWS_S3_BUCKET: { value: 'models' },
    },
    ...overrides,
  };
}

/** A model service that uses a connection, up to date and ready. */
export function dependentFixture(
  overrides: Partial<Dependent> & { name: string },
): Dependent {
  return {
    kind: 'InferenceService',
    via: 'serviceAccount',
    deletionBreaks: 'start',
    ready: true,
    allowedActions: ['apply'],
    ...overrides,
  };
}

/** A model service from a connection to S3 that is ready, and that the caller may change. */
export function modelServiceFixture(
  overrides: Partial<ModelService> & { name: string },
): ModelService {
  return {
    cluster: 'prod',
    namespace: 'team-a',
    kind: 'InferenceService',
    displayName: 'Qwen 7B',
    location: { kind: 'connection', connection: 'minio', path: 'llm/qwen' },
    modelFormat: { name: 'huggingface' },
    status: {
      ready: true,
      url: `http://${overrides.name}-team-a.example.com`,
    },
    createdAt: '2026-01-01T00:00:00Z',
    resourceVersion: '7',
    allowedActions: ['update', 'delete'],
    ...overrides,
  };
}
