import { ClusterTokens } from '../clusters';
import {
  AppliedDependentList,
  ClusterList,
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionList,
  ConnectionPatch,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeWrite,
  ConnectionUseList,
  DependentList,
  DependentRef,
  NamespaceList,
} from '../schema/openapi';

/**
 * What a call may carry besides its subject.
 *
 * @public
 */
export interface ModelConnectionsRequestOptions {
  /** A Backstage token, where the fetch in use adds none of its own. */
  token?: string;
  /** The person's own tokens, for clusters that are used with their own sign-in; sent with this call and no other. */
  clusterTokens?: ClusterTokens;
}

/** One cluster, by its name in the Kubernetes plugin. @public */
export interface ClusterRef {
  cluster: string;
}

/** One project of a cluster; `-` as namespace stands for all projects where a list is asked for. @public */
export interface ProjectRef extends ClusterRef {
  namespace: string;
}

/** One connection. @public */
export interface ConnectionRef extends ProjectRef {
  name: string;
}

/** One connection type. @public */
export interface ConnectionTypeRef extends ClusterRef {
  name: string;
}

/**
 * The REST API as functions. Each throws `ResponseError` with the server's own words when it refuses.
 *
 * @public
 */
export interface ModelConnectionsApi {
  /** The clusters of the Kubernetes plugin. */
  listClusters(options?: ModelConnectionsRequestOptions): Promise<ClusterList>;
  /** The projects of a cluster; `partial` says why some may be missing. */
  listNamespaces(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<NamespaceList>;
  /** All connection types, invalid ones included. */
  listConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionTypeList>;
  /** One connection type. */
  getConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionType>;
  /** Creates a connection type. */
  createConnectionType(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionType>;
  /** Replaces a connection type, with the `resourceVersion` that was read. */
  replaceConnectionType(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionType>;
  /** Enables or disables a connection type. */
  enableConnectionType(
    ref: ConnectionTypeRef & { enabled: boolean },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionType>;
  /** Deletes a connection type; connections made from it stay. */
  deleteConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<void>;
  /** Creates the built-in types that are missing. */
  installConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionTypeInstallResult>;
  /** One page of connections; a page may be short and still have a `nextPageToken`. */
  listConnections(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionList>;
  /** One connection with the values that may be shown. */
  getConnection(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<Connection>;
  /** Creates a connection; with `dryRun` the cluster validates and nothing is written. */
  createConnection(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options?: ModelConnectionsRequestOptions,
  ): Promise<Connection>;
  /** The Secret as YAML, its values masked. */
  getConnectionManifest(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<string>;
  /** Changes what is named and nothing else; 409 when the connection has changed since it was read. */
  patchConnection(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options?: ModelConnectionsRequestOptions,
  ): Promise<Connection>;
  /** Makes an existing Secret a connection; its data stays untouched. */
  adoptConnection(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options?: ModelConnectionsRequestOptions,
  ): Promise<Connection>;
  /** Copies a connection to a project, or under another name; no value reaches the caller. */
  copyConnection(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options?: ModelConnectionsRequestOptions,
  ): Promise<Connection>;
  /**
   * Deletes a connection; with `cleanUp`, then the ServiceAccounts that were made here for it alone and whose model service
   * is gone.
   */
  deleteConnection(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options?: ModelConnectionsRequestOptions,
  ): Promise<void>;
  /** How many model services use each connection, of all connections at once; `partial` says why it may be more. */
  listConnectionUses(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionUseList>;
  /** What uses a connection, and what it needs since the connection changed. */
  listConnectionDependents(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<DependentList>;
  /**
   * Restarts model services with what their connection gives now, those that are named or those that have fallen behind,
   * and says of each what was done.
   */
  applyConnectionToDependents(
    ref: ConnectionRef & { dependents?: DependentRef[] },
    options?: ModelConnectionsRequestOptions,
  ): Promise<AppliedDependentList>;
}
