import { NotImplementedError } from '@backstage/errors';
import {
  Cluster,
  ClusterRef,
  Connection,
  ConnectionCreate,
  ConnectionRef,
  ConnectionType,
  ConnectionTypeRef,
  ConnectionTypeWrite,
  ModelService,
  ModelServiceRef,
  ModelServiceWrite,
  Namespace,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsService } from '@mooring/backstage-plugin-model-connections-node';
import { mockDefaults } from './mockDefaults';
import { responseError } from './responseError';
import { shownValues } from './shownValues';

/**
 * What there is to begin with. Properties that are left out get plausible values.
 *
 * @public
 */
export interface ModelConnectionsServiceMockOptions {
  clusters?: Array<Pick<Cluster, 'name'> & Partial<Cluster>>;
  namespaces?: Array<ClusterRef & Namespace>;
  connectionTypes?: Array<ConnectionTypeRef & Partial<ConnectionType>>;
  /** As the API answers them: hidden values say `isSet` and nothing else. */
  connections?: Array<ConnectionRef & Partial<Connection>>;
  modelServices?: Array<ModelServiceRef & Partial<ModelService>>;
}

type StoredType = ConnectionType & ClusterRef;
type PageRef = ProjectRef & { limit?: number; pageToken?: string };

/** {@link ModelConnectionsService} over arrays. A cluster that nothing was given for is empty, not unknown. */
export class InMemoryModelConnectionsService
  implements ModelConnectionsService
{
  readonly #clusters: Cluster[];
  readonly #namespaces: Array<ClusterRef & Namespace>;
  #types: StoredType[];
  #connections: Connection[];
  #modelServices: ModelService[];

  constructor(options: ModelConnectionsServiceMockOptions = {}) {
    this.#clusters = (options.clusters ?? []).map(mockDefaults.cluster);
    this.#namespaces = structuredClone(options.namespaces ?? []);
    this.#types = (options.connectionTypes ?? []).map(
      mockDefaults.connectionType,
    );
    this.#connections = (options.connections ?? []).map(
      mockDefaults.connection,
    );
    this.#modelServices = (options.modelServices ?? []).map(
      mockDefaults.modelService,
    );
  }

  async listClusters() {
    return structuredClone({ items: this.#clusters });
  }

  async listNamespaces({ cluster }: ClusterRef) {
    const found = this.#namespaces.filter(item => item.cluster === cluster);
    return structuredClone({ items: found.map(withoutCluster) });
  }

  async listConnectionTypes({ cluster }: ClusterRef) {
    const found = this.#types.filter(type => type.cluster === cluster);
    return structuredClone({ items: found.map(withoutCluster) });
  }

  async getConnectionType(ref: ConnectionTypeRef) {
    return structuredClone(withoutCluster(await this.#type(ref)));
  }

  async createConnectionType({
    cluster,
    type,
  }: ClusterRef & { type: ConnectionTypeWrite }) {
    if (this.#types.some(isType({ cluster, name: type.name }))) {
      throw await responseError(
        409,
        'ConflictError',
        `There is a connection type "${type.name}" already.`,
      );
    }
    const created = mockDefaults.connectionType({
      ...type,
      resourceVersion: '1',
      cluster,
    });
    this.#types.push(created);
    return structuredClone(withoutCluster(created));
  }

  async deleteConnectionType(ref: ConnectionTypeRef) {
    const deleted = await this.#type(ref);
    this.#types = this.#types.filter(type => type !== deleted);
  }

  async listConnections(ref: PageRef) {
    const { items, ...rest } = pageOf(this.#connections, ref);
    return structuredClone({
      items: items.map(({ values, valuesInAnnotation, ...summary }) => summary),
      ...rest,
    });
  }

  async getConnection(ref: ConnectionRef) {
    return structuredClone(await this.#connection(ref));
  }

  async createConnection(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
  ) {
    const { cluster, namespace, connection, dryRun } = ref;
    const { name, typeName, values, ...texts } = connection;
    const type = this.#types.find(isType({ cluster, name: typeName }));
    if (!type) {
      const message = `There is no connection type "${typeName}" in the cluster "${cluster}".`;
      throw await responseError(400, 'InputError', message);
    }
    if (this.#connections.some(isNamed({ cluster, namespace, name }))) {
      const message = `There is a Secret "${name}" in the project "${namespace}" already.`;
      throw await responseError(409, 'ConflictError', message);
    }
    const created = mockDefaults.connection({
      cluster,
      namespace,
      name,
      typeName,
      ...texts,
      protocol: type.protocols[0],
      protocols: type.protocols,
      values: shownValues(type, values),
    });
    if (!dryRun) {
      this.#connections.push(created);
    }
    return structuredClone(created);
  }

  async deleteConnection(ref: ConnectionRef) {
    const deleted = await this.#connection(ref);
    this.#connections = this.#connections.filter(item => item !== deleted);
    return { warnings: [] };
  }

  async listModelServices(ref: PageRef) {
    return structuredClone(pageOf(this.#modelServices, ref));
  }

  async getModelService(ref: ModelServiceRef) {
    return structuredClone(await this.#modelService(ref));
  }

  async createModelService(ref: ProjectRef & { service: ModelServiceWrite }) {
    const { cluster, namespace, service } = ref;
    const { name } = service;
    if (this.#modelServices.some(isNamed({ cluster, namespace, name }))) {
      const message = `There is a model service "${name}" in the project "${namespace}" already.`;
      throw await responseError(409, 'ConflictError', message);
    }
    const created = mockDefaults.modelService({
      ...service,
      resourceVersion: '1',
      cluster,
      namespace,
      status: { ready: false },
    });
    this.#modelServices.push(created);
    return structuredClone(created);
  }

  async deleteModelService(ref: ModelServiceRef) {
    const deleted = await this.#modelService(ref);
    this.#modelServices = this.#modelServices.filter(item => item !== deleted);
  }

  replaceConnectionType = notInMemory('replaceConnectionType');
  enableConnectionType = notInMemory('enableConnectionType');
  installConnectionTypes = notInMemory('installConnectionTypes');
  getConnectionManifest = notInMemory('getConnectionManifest');
  patchConnection = notInMemory('patchConnection');
  adoptConnection = notInMemory('adoptConnection');
  copyConnection = notInMemory('copyConnection');
  listConnectionUses = notInMemory('listConnectionUses');
  listConnectionDependents = notInMemory('listConnectionDependents');
  applyConnectionToDependents = notInMemory('applyConnectionToDependents');
  getModelServiceManifest = notInMemory('getModelServiceManifest');
  dryRunCreateModelService = notInMemory('dryRunCreateModelService');
  previewModelService = notInMemory('previewModelService');
  replaceModelService = notInMemory('replaceModelService');
  dryRunReplaceModelService = notInMemory('dryRunReplaceModelService');
  applyModelService = notInMemory('applyModelService');
  dryRunApplyModelService = notInMemory('dryRunApplyModelService');
  restartModelService = notInMemory('restartModelService');
  stopModelService = notInMemory('stopModelService');
  startModelService = notInMemory('startModelService');
  listServingRuntimes = notInMemory('listServingRuntimes');
  listPersistentVolumeClaims = notInMemory('listPersistentVolumeClaims');
  listServiceAccounts = notInMemory('listServiceAccounts');

  async #type(ref: ConnectionTypeRef): Promise<StoredType> {
    const found = this.#types.find(isType(ref));
    if (!found) {
      const message = `There is no connection type "${ref.name}" in the cluster "${ref.cluster}".`;
      throw await responseError(404, 'NotFoundError', message);
    }
    return found;
  }

  async #connection(ref: ConnectionRef): Promise<Connection> {
    const found = this.#connections.find(isNamed(ref));
    if (!found) {
      const message = `There is no connection "${ref.name}" in the project "${ref.namespace}".`;
      throw await responseError(404, 'NotFoundError', message);
    }
    return found;
  }

  async #modelService(ref: ModelServiceRef): Promise<ModelService> {
    const found = this.#modelServices.find(isNamed(ref));
    if (!found) {
      const message = `There is no model service "${ref.name}" in the project "${ref.namespace}".`;
      throw await responseError(404, 'NotFoundError', message);
    }
    return found;
  }
}

function notInMemory(method: keyof ModelConnectionsService) {
  return async (): Promise<never> => {
    throw new NotImplementedError(
      `The model connections service in memory has no ${method}. Implement it with modelConnectionsServiceMock.mock.`,
    );
  };
}

function isType(ref: ConnectionTypeRef) {
  return (type: StoredType) =>
    type.cluster === ref.cluster && type.name === ref.name;
}

function isNamed(ref: ConnectionRef) {
  return (item: ConnectionRef) =>
    item.cluster === ref.cluster &&
    item.namespace === ref.namespace &&
    item.name === ref.name;
}

/** A page; the token is the number of what came before. */
function pageOf<T extends ProjectRef>(
  all: T[],
  { cluster, namespace, limit = Infinity, pageToken = '0' }: PageRef,
) {
  const found = all.filter(
    item =>
      item.cluster === cluster && ['-', item.namespace].includes(namespace),
  );
  const end = Number(pageToken) + limit;
  return {
    items: found.slice(Number(pageToken), end),
    ...(end < found.length && { nextPageToken: String(end) }),
  };
}

function withoutCluster<T extends ClusterRef>({
  cluster,
  ...rest
}: T): Omit<T, 'cluster'> {
  return rest;
}
