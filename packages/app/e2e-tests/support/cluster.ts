import { readFile } from 'node:fs/promises';
import { expect, type PlaywrightWorkerArgs } from '@playwright/test';

/** Where `scripts/dev.mjs` leaves how the cluster is reached; see `playwright.config.ts`. */
const CLUSTER_FILE = 'test-results/local-cluster.json';

/** A Kubernetes object as a test makes it. */
export interface TestObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace: string; [key: string]: unknown };
  [key: string]: unknown;
}

/** Reaches the API of the portal's cluster as its admin, beside the portal: what kubectl or a controller would do. */
export async function connectCluster(
  playwright: PlaywrightWorkerArgs['playwright'],
) {
  const { url, tokens } = JSON.parse(await readFile(CLUSTER_FILE, 'utf8'));
  const request = await playwright.request.newContext({
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { authorization: `Bearer ${tokens.admin}` },
  });
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    data?: object,
  ) => {
    const response = await request.fetch(`${url}${path}`, {
      method,
      data: data && JSON.stringify(data),
      headers: {
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
    });
    return response;
  };
  const collection = (object: TestObject) => {
    const { apiVersion, kind, metadata } = object;
    const root = apiVersion.includes('/') ? '/apis' : '/api';
    return `${root}/${apiVersion}/namespaces/${
      metadata.namespace
    }/${kind.toLowerCase()}s`;
  };
  return {
    call,
    /** Makes a project, once one of that name that is on its way out is gone. */
    async createProject(name: string) {
      await expect
        .poll(
          async () => {
            const answer = await call('POST', '/api/v1/namespaces', {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: { name },
            });
            return answer.status();
          },
          { timeout: 60_000 },
        )
        .toBe(201);
    },
    async create(object: TestObject) {
      const { status, ...rest } = object;
      const response = await call('POST', collection(object), rest);
      expect(response.status(), await response.text()).toBe(201);
      if (status) {
        const path = `${collection(object)}/${object.metadata.name}`;
        const answer = await call('PATCH', `${path}/status`, { status });
        expect(answer.status(), await answer.text()).toBe(200);
      }
      return await response.json();
    },
    async remove(object: TestObject) {
      await call('DELETE', `${collection(object)}/${object.metadata.name}`);
    },
    async patch(object: TestObject, change: object) {
      const path = `${collection(object)}/${object.metadata.name}`;
      const response = await call('PATCH', path, change);
      expect(response.status(), await response.text()).toBe(200);
      return await response.json();
    },
    dispose: () => request.dispose(),
  };
}
