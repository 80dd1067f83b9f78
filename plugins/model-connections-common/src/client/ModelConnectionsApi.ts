import { ClusterTokens } from '../clusters';
import {
  AppliedDependentList,
  ClusterList,
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionDeletion,
  ConnectionList,
  ConnectionPatch,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeWrite,
  ConnectionUseList,
  DependentList,
  DependentRef,
  ModelService,
  ModelServiceDryRun,
  ModelServiceKind,
  ModelServiceList,
  ModelServicePreview,
  ModelServiceWrite,
  NamespaceList,
  ServingChoiceList,
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

/** One model service. @public */
export interface ModelServiceRef extends ProjectRef {
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
   * is gone. The `warnings` say what was left although the connection is gone, and how to mend that.
   */
  deleteConnection(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ConnectionDeletion>;
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
  /** One page of model services; a page may be short and still have a `nextPageToken`. `basic` leaves out what needs more than one list. */
  listModelServices(
    ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelServiceList>;
  /** One model service and how far it has come. */
  getModelService(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** The service as YAML. */
  getModelServiceManifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options?: ModelConnectionsRequestOptions,
  ): Promise<string>;
  /** Deploys a model. */
  createModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** What {@link ModelConnectionsApi.createModelService} would come to, validated by the cluster; nothing is written. */
  dryRunCreateModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelServiceDryRun>;
  /** The objects of a model service as YAML; the cluster is not asked to validate them. */
  previewModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelServicePreview>;
  /** Changes a model service, with the `resourceVersion` that was read. */
  replaceModelService(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** What {@link ModelConnectionsApi.replaceModelService} would change; nothing is written. */
  dryRunReplaceModelService(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelServiceDryRun>;
  /** Binds a model service to its connection once more, keeps the path, and restarts it. */
  applyModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** What {@link ModelConnectionsApi.applyModelService} would change; nothing is written. */
  dryRunApplyModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelServiceDryRun>;
  /** Makes new pods. */
  restartModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** Takes the pods away and keeps the service. */
  stopModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** Starts a service that was stopped. */
  startModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ModelService>;
  /** Deletes a model service with what was made for it. */
  deleteModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<void>;
  /** The runtimes that a service of the project can be deployed with. */
  listServingRuntimes(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ServingChoiceList>;
  /** The volume claims of a project. */
  listPersistentVolumeClaims(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ServingChoiceList>;
  /** The ServiceAccounts of a project that a service can be deployed with. */
  listServiceAccounts(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ): Promise<ServingChoiceList>;
}
