import { ResponseError } from '@backstage/errors';
import {
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionPatch,
  ConnectionTypeWrite,
  DefaultApiClient,
  TypedResponse,
} from '../schema/openapi';
import {
  ClusterRef,
  ConnectionRef,
  ConnectionTypeRef,
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
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

/**
 * {@link ModelConnectionsApi} over HTTP, for browsers and backends alike.
 *
 * @public
 */
export class ModelConnectionsClient implements ModelConnectionsApi {
  readonly #client: DefaultApiClient;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#client = new DefaultApiClient(options);
  }

  listClusters(options?: ModelConnectionsRequestOptions) {
    return body(this.#client.listClusters({}, options));
  }

  listNamespaces(ref: ClusterRef, options?: ModelConnectionsRequestOptions) {
    return body(this.#client.listNamespaces({ path: ref }, options));
  }

  listConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(this.#client.listConnectionTypes({ path: ref }, options));
  }

  getConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(this.#client.getConnectionType({ path: ref }, options));
  }

  createConnectionType(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { type, ...path } = ref;
    return body(
      this.#client.createConnectionType({ path, body: type }, options),
    );
  }

  replaceConnectionType(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { type, ...path } = ref;
    return body(
      this.#client.replaceConnectionType({ path, body: type }, options),
    );
  }

  enableConnectionType(
    ref: ConnectionTypeRef & { enabled: boolean },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { enabled, ...path } = ref;
    return body(
      this.#client.enableConnectionType({ path, body: { enabled } }, options),
    );
  }

  async deleteConnectionType(
    ref: ConnectionTypeRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    await ok(this.#client.deleteConnectionType({ path: ref }, options));
  }

  installConnectionTypes(
    ref: ClusterRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    return body(this.#client.installConnectionTypes({ path: ref }, options));
  }

  listConnections(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cluster, namespace, ...query } = ref;
    return body(
      this.#client.listConnections(
        { path: { cluster, namespace }, query },
        options,
      ),
    );
  }

  getConnection(ref: ConnectionRef, options?: ModelConnectionsRequestOptions) {
    return body(this.#client.getConnection({ path: ref }, options));
  }

  createConnection(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { cluster, namespace, connection, dryRun } = ref;
    return body(
      this.#client.createConnection(
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
      this.#client.getConnectionManifest({ path: ref }, options),
    );
    return await response.text();
  }

  patchConnection(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { patch, ...path } = ref;
    return body(this.#client.patchConnection({ path, body: patch }, options));
  }

  adoptConnection(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { adopt, ...path } = ref;
    return body(this.#client.adoptConnection({ path, body: adopt }, options));
  }

  copyConnection(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options?: ModelConnectionsRequestOptions,
  ) {
    const { copy, ...path } = ref;
    return body(this.#client.copyConnection({ path, body: copy }, options));
  }

  async deleteConnection(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    await ok(this.#client.deleteConnection({ path: ref }, options));
  }
}
