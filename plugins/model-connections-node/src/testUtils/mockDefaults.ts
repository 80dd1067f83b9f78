import {
  Cluster,
  ClusterRef,
  Connection,
  ConnectionRef,
  ConnectionType,
  ConnectionTypeFormField,
  ConnectionTypeRef,
  ModelService,
  ModelServiceRef,
  protocolsOfFields,
} from '@mooring/backstage-plugin-model-connections-common';

const STORED = {
  createdAt: '2025-01-01T00:00:00Z',
  resourceVersion: '1',
  convention: 'alauda',
} as const;

/** Completes what a test names of an object to what the API would answer, in a copy. */
export const mockDefaults = {
  cluster(given: Pick<Cluster, 'name'> & Partial<Cluster>): Cluster {
    return structuredClone({
      title: given.name,
      authProvider: 'serviceAccount',
      conventions: { read: ['alauda', 'open-data-hub'], write: 'alauda' },
      ...given,
    });
  },

  connectionType(
    given: ConnectionTypeRef & Partial<ConnectionType>,
  ): ConnectionType & ClusterRef {
    const fields = given.fields ?? [];
    return structuredClone({
      ...STORED,
      categories: [],
      enabled: true,
      preinstalled: false,
      // The API answers only fields that it has checked.
      protocols: protocolsOfFields(fields as ConnectionTypeFormField[]),
      fields,
      allowedActions: ['update', 'delete', 'enable'],
      ...given,
    });
  },

  connection(given: ConnectionRef & Partial<Connection>): Connection {
    return structuredClone({
      ...STORED,
      contentChangedAt: STORED.createdAt,
      protocols: given.protocol ? [given.protocol] : [],
      allowedActions: ['update', 'delete', 'use', 'check', 'browse'],
      values: {},
      valuesInAnnotation: false,
      ...given,
    });
  },

  modelService(given: ModelServiceRef & Partial<ModelService>): ModelService {
    return structuredClone({
      kind: 'InferenceService',
      status: { ready: true },
      createdAt: STORED.createdAt,
      resourceVersion: STORED.resourceVersion,
      allowedActions: ['update', 'delete'],
      ...given,
    });
  },
};
