import { randomBytes } from 'node:crypto';
import {
  ClusterRequestOptions,
  ClusterResponse,
  LocalCluster,
} from '../LocalCluster';
import { testCluster } from '../testCluster';

/** What a contract test works with. */
export interface ContractCluster {
  /** Only within tests and hooks. */
  readonly cluster: LocalCluster;
  /** A namespace of this file and this run. */
  readonly namespace: string;
  /** `/api/v1/namespaces/<namespace>/<plural>[/<name>]`. */
  path(plural: string, name?: string): string;
  request(
    method: string,
    path: string,
    options?: ClusterRequestOptions,
  ): Promise<ClusterResponse>;
  /** Creates an object and gives it; fails when the server refuses. */
  create(plural: string, object: object, query?: object): Promise<any>;
}

/**
 * Gives the tests of a file a cluster, embedded or real, and a namespace,
 * which is deleted afterwards.
 */
export function useCluster(): ContractCluster {
  const namespace = `contract-${randomBytes(4).toString('hex')}`;
  let cluster: LocalCluster;

  beforeAll(async () => {
    cluster = await testCluster();
    await cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    ]);
  }, 90_000);
  afterAll(async () => {
    await cluster?.request('DELETE', `/api/v1/namespaces/${namespace}`);
    await cluster?.stop();
  }, 30_000);

  const path = (plural: string, name?: string) =>
    `/api/v1/namespaces/${namespace}/${plural}${name ? `/${name}` : ''}`;
  return {
    get cluster() {
      return cluster;
    },
    namespace,
    path,
    request: (method, url, options) => cluster.request(method, url, options),
    create: async (plural, object, query = {}) => {
      const { status, body } = await cluster.request('POST', path(plural), {
        body: object,
        query: { ...query },
      });
      expect({ status, message: body.message }).toEqual({
        status: 201,
        message: undefined,
      });
      return body;
    },
  };
}

/** The value of a Secret's key, as it is stored. */
export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
