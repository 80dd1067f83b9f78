import { ResponseError } from '@backstage/errors';
import { DefaultApiClient, TypedResponse } from '../schema/openapi';
import {
  ClusterRef,
  ConnectionRef,
  ConnectionTypeRef,
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
  ProjectRef,
} from './ModelConnectionsApi';
import { ConnectionCreate } from '../schema/openapi';

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

  async deleteConnection(
    ref: ConnectionRef,
    options?: ModelConnectionsRequestOptions,
  ) {
    await ok(this.#client.deleteConnection({ path: ref }, options));
  }
}
