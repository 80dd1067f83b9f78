import { ResponseError } from '@backstage/errors';
import {
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionDeletion,
  ConnectionPatch,
  ConnectionTypeWrite,
  DefaultApiClient,
  DependentRef,
  ModelService,
  ModelServiceAnswer,
  ModelServiceDryRun,
  ModelServiceKind,
  ModelServiceWrite,
  TypedResponse,
} from '../schema/openapi';
import {
  ClusterRef,
  ConnectionRef,
  ConnectionTypeRef,
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
  ModelServiceRef,
  ProjectRef,
} from './ModelConnectionsApi';

async function body<T>(answer: Promise<TypedResponse<T>>): Promise<T> {
  const response = await ok(answer);
  return await response.json();
}

async function ok<T>(
  answer: Promise<TypedResponse<T>>,
): Promise<TypedResponse<T>> {
  const response = await answer;
  if (!response.ok) {
    throw await ResponseError.fromResponse(response as unknown as Response);
  }
  return response;
}

/** A route answers the one or the other, by what it was asked. */
const answer = async <T extends ModelServiceAnswer>(
  given: Promise<TypedResponse<ModelServiceAnswer>>,
) => (await body(given)) as T;

/**
 * What {@link ModelConnectionsClient} reaches the backend with.
 *
 * @public
 */
export interface ModelConnectionsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * {@link ModelConnectionsApi} over HTTP, for browsers and backends alike.
 *
 * @public
 */
export class ModelConnectionsClient implements ModelConnectionsApi {
  readonly #options: ModelConnectionsClientOptions;

  constructor(options: ModelConnectionsClientOptions) {
    this.#options = options;
  }

  /** The generated client for one call; it knows of no header but the Backstage token's. */
  #client({ clusterTokens }: ModelConnectionsRequestOptions = {}) {
    const { discoveryApi, fetchApi } = this.#options;
    if (!clusterTokens) {
      return new DefaultApiClient({ discoveryApi, fetchApi });
    }
    return new DefaultApiClient({
      discoveryApi,
      fetchApi: {
        fetch: (input, init) =>
          fetchApi.fetch(input, {
            ...init,
            headers: { ...init?.headers, ...clusterTokens },
          }),
      },
    });
  }

  listClusters(options?: ModelConnectionsRequestOptions) {
    return body(this.#client(options).listClusters({}, options));
  }

  listNamespaces(ref: ClusterRef, options?: ModelConnectionsRequestOptions) {
    return body(this.#client(options).listNamespaces({ path: ref }, options));
  }

  listConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listConnectionTypes({ path: ref }, options),
    );
  }

  getConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).getConnectionType({ path: ref }, options),
    );
  }

  createConnectionType(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { type, ...path } = ref;
    return body(
      this.#client(options).createConnectionType({ path, body: type }, options),
    );
  }

  replaceConnectionType(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { type, ...path } = ref;
    return body(
      this.#client(options).replaceConnectionType(
        { path, body: type },
        options,
      ),
    );
  }

  enableConnectionType(
    ref: ConnectionTypeRef & { enabled: boolean },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { enabled, ...path } = ref;
    return body(
      this.#client(options).enableConnectionType(
        { path, body: { enabled } },
        options,
      ),
    );
  }

  async deleteConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    await ok(
      this.#client(options).deleteConnectionType({ path: ref }, options),
    );
  }

  installConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).installConnectionTypes({ path: ref }, options),
    );
  }

  listConnections(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cluster, namespace, ...query } = ref;
    return body(
      this.#client(options).listConnections(
        { path: { cluster, namespace }, query },
        options,
      ),
    );
  }

  getConnection(ref: ConnectionRef, options?: ModelConnectionsRequestOptions) {
    return body(this.#client(options).getConnection({ path: ref }, options));
  }

  createConnection(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cluster, namespace, connection, dryRun } = ref;
    return body(
      this.#client(options).createConnection(
        {
          path: { cluster, namespace },
          body: connection,
          query: dryRun ? { dryRun: 'All' } : {},
        },
        options,
      ),
    );
  }

  async getConnectionManifest(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    const response = await ok(
      this.#client(options).getConnectionManifest({ path: ref }, options),
    );
    return await response.text();
  }

  patchConnection(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { patch, ...path } = ref;
    return body(
      this.#client(options).patchConnection({ path, body: patch }, options),
    );
  }

  adoptConnection(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { adopt, ...path } = ref;
    return body(
      this.#client(options).adoptConnection({ path, body: adopt }, options),
    );
  }

  copyConnection(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { copy, ...path } = ref;
    return body(
      this.#client(options).copyConnection({ path, body: copy }, options),
    );
  }

  async deleteConnection(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cleanUp, ...path } = ref;
    const response = await ok(
      this.#client(options).deleteConnection(
        { path, query: cleanUp ? { cleanUp } : {} },
        options,
      ),
    );
    return response.status === 204
      ? { warnings: [] }
      : ((await response.json()) as ConnectionDeletion);
  }

  listConnectionUses(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listConnectionUses({ path: ref }, options),
    );
  }

  listConnectionDependents(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listConnectionDependents({ path: ref }, options),
    );
  }

  applyConnectionToDependents(
    ref: ConnectionRef & { dependents?: DependentRef[] },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { dependents, ...path } = ref;
    return body(
      this.#client(options).applyConnectionToDependents(
        { path, body: dependents ? { dependents } : {} },
        options,
      ),
    );
  }

  listModelServices(
    ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cluster, namespace, ...query } = ref;
    return body(
      this.#client(options).listModelServices(
        { path: { cluster, namespace }, query },
        options,
      ),
    );
  }

  getModelService(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { kind, ...path } = ref;
    return body(
      this.#client(options).getModelService({ path, query: { kind } }, options),
    );
  }

  async getModelServiceManifest(
    ref: ModelServiceRef & { kind?: ModelServiceKind },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { kind, ...path } = ref;
    const response = await ok(
      this.#client(options).getModelServiceManifest(
        { path, query: { kind } },
        options,
      ),
    );
    return await response.text();
  }

  previewModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { service, ...path } = ref;
    return body(
      this.#client(options).previewModelService(
        { path, body: service },
        options,
      ),
    );
  }

  createModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { service, ...path } = ref;
    return answer<ModelService>(
      this.#client(options).createModelService(
        { path, body: service, query: {} },
        options,
      ),
    );
  }

  dryRunCreateModelService(
    ref: ProjectRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { service, ...path } = ref;
    return answer<ModelServiceDryRun>(
      this.#client(options).createModelService(
        { path, body: service, query: { dryRun: 'All' } },
        options,
      ),
    );
  }

  replaceModelService(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { service, ...path } = ref;
    return answer<ModelService>(
      this.#client(options).replaceModelService(
        { path, body: service, query: {} },
        options,
      ),
    );
  }

  dryRunReplaceModelService(
    ref: ModelServiceRef & { service: ModelServiceWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { service, ...path } = ref;
    return answer<ModelServiceDryRun>(
      this.#client(options).replaceModelService(
        { path, body: service, query: { dryRun: 'All' } },
        options,
      ),
    );
  }

  applyModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return answer<ModelService>(
      this.#client(options).applyModelService(
        { path: ref, query: {} },
        options,
      ),
    );
  }

  dryRunApplyModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return answer<ModelServiceDryRun>(
      this.#client(options).applyModelService(
        { path: ref, query: { dryRun: 'All' } },
        options,
      ),
    );
  }

  restartModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).restartModelService({ path: ref }, options),
    );
  }

  stopModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(this.#client(options).stopModelService({ path: ref }, options));
  }

  startModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).startModelService({ path: ref }, options),
    );
  }

  async deleteModelService(
    ref: ModelServiceRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    await ok(this.#client(options).deleteModelService({ path: ref }, options));
  }

  listServingRuntimes(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listServingRuntimes({ path: ref }, options),
    );
  }

  listPersistentVolumeClaims(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listPersistentVolumeClaims({ path: ref }, options),
    );
  }

  listServiceAccounts(
    ref: ProjectRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(
      this.#client(options).listServiceAccounts({ path: ref }, options),
    );
  }
}
