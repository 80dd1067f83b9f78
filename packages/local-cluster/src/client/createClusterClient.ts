import { Agent, request as httpsRequest } from 'node:https';
import {
  ClusterRequestOptions,
  ClusterResponse,
  LocalCluster,
} from '../LocalCluster';

/** The part of a {@link LocalCluster} that talks to its API. */
export interface ClusterClient {
  request: LocalCluster['request'];
  /** Drops open connections. */
  close(): void;
}

const requestTimeoutMs = 30_000;

/**
 * A thin client for tests and seeding: no retries, no types, error statuses
 * come back as answers.
 */
export function createClusterClient(options: {
  url: string;
  caData: string;
  token: string;
}): ClusterClient {
  const agent = new Agent({
    ca: Buffer.from(options.caData, 'base64'),
    keepAlive: true,
  });

  return {
    request: (method, path, requestOptions = {}) =>
      send(
        agent,
        createUrl(options.url, path, requestOptions.query),
        method,
        createHeaders(method, requestOptions, options.token),
        createBody(requestOptions.body),
      ),
    close: () => agent.destroy(),
  };
}

function createUrl(
  base: string,
  path: string,
  query: ClusterRequestOptions['query'] = {},
): URL {
  const url = new URL(base + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      url.searchParams.set(name, String(value));
    }
  }
  return url;
}

function createHeaders(
  method: string,
  options: ClusterRequestOptions,
  defaultToken: string,
): Record<string, string> {
  const token = options.token ?? defaultToken;
  const isPatch = method.toUpperCase() === 'PATCH';
  return {
    // Without a field manager, the server names it after the user agent.
    'User-Agent': 'local-cluster-client/1',
    Accept: options.accept ?? 'application/json',
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(options.body !== undefined && {
      'Content-Type':
        options.contentType ??
        (isPatch ? 'application/merge-patch+json' : 'application/json'),
    }),
    ...options.headers,
  };
}

function createBody(body: unknown): string | Buffer | undefined {
  return body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
    ? body
    : JSON.stringify(body);
}

function send<T>(
  agent: Agent,
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer | undefined,
): Promise<ClusterResponse<T>> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      url,
      {
        method,
        agent,
        timeout: requestTimeoutMs,
        headers: {
          ...headers,
          ...(body !== undefined && {
            'Content-Length': String(Buffer.byteLength(body)),
          }),
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isJson = response.headers['content-type']?.includes('json');
          resolve({
            status: response.statusCode ?? 0,
            body: (isJson && text ? JSON.parse(text) : text) as T,
            headers: response.headers,
          });
        });
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error(`No answer to ${method} ${url.pathname}`)),
    );
    request.on('error', reject);
    request.end(body);
  });
}
