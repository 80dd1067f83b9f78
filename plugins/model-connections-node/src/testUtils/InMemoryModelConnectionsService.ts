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
}

type StoredType = ConnectionType & ClusterRef;

/** {@link ModelConnectionsService} over arrays. A cluster that nothing was given for is empty, not unknown. */
export class InMemoryModelConnectionsService
  implements ModelConnectionsService
{
  readonly #clusters: Cluster[];
  readonly #namespaces: Array<ClusterRef & Namespace>;
  #types: StoredType[];
  #connections: Connection[];

  constructor(options: ModelConnectionsServiceMockOptions = {}) {
    this.#clusters = (options.clusters ?? []).map(mockDefaults.cluster);
    this.#namespaces = structuredClone(options.namespaces ?? []);
    this.#types = (options.connectionTypes ?? []).map(
      mockDefaults.connectionType,
    );
    this.#connections = (options.connections ?? []).map(
      mockDefaults.connection,
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

  async listConnections({
    cluster,
    namespace,
    limit = Infinity,
    pageToken = '0',
  }: ProjectRef & { limit?: number; pageToken?: string }) {
    const found = this.#connections.filter(
      connection =>
        connection.cluster === cluster &&
        ['-', connection.namespace].includes(namespace),
    );
    const end = Number(pageToken) + limit;
    return structuredClone({
      items: found
        .slice(Number(pageToken), end)
        .map(({ values, valuesInAnnotation, ...summary }) => summary),
      ...(end < found.length && { nextPageToken: String(end) }),
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
    if (this.#connections.some(isConnection({ cluster, namespace, name }))) {
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

  async #type(ref: ConnectionTypeRef): Promise<StoredType> {
    const found = this.#types.find(isType(ref));
    if (!found) {
      const message = `There is no connection type "${ref.name}" in the cluster "${ref.cluster}".`;
      throw await responseError(404, 'NotFoundError', message);
    }
    return found;
  }

  async #connection(ref: ConnectionRef): Promise<Connection> {
    const found = this.#connections.find(isConnection(ref));
    if (!found) {
      const message = `There is no connection "${ref.name}" in the project "${ref.namespace}".`;
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

function isConnection(ref: ConnectionRef) {
  return (connection: Connection) =>
    connection.cluster === ref.cluster &&
    connection.namespace === ref.namespace &&
    connection.name === ref.name;
}

function withoutCluster<T extends ClusterRef>({
  cluster,
  ...rest
}: T): Omit<T, 'cluster'> {
  return rest;
}
