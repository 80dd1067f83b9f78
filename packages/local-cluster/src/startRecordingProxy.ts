import {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { Agent, createServer, request as httpsRequest } from 'node:https';
import { AddressInfo } from 'node:net';
import { LocalCluster } from './LocalCluster';

/** One call as it passed on the wire. */
export interface Exchange {
  method: string;
  /** Path with query, as sent. */
  path: string;
  requestHeaders: IncomingHttpHeaders;
  /** As text; empty when there was none. */
  requestBody: string;
  status: number;
  responseHeaders: IncomingHttpHeaders;
  responseBody: string;
}

/**
 * What goes wrong with a call: the connection is cut before it reaches the
 * cluster (`cut`) or before its answer comes back (`lose`), the API that it asks
 * for is not there (`missing`), or a status is answered in the cluster's place.
 */
export type Fault = 'cut' | 'lose' | 'missing' | number;

/** A proxy in front of a cluster that remembers every call. */
export interface RecordingProxy {
  /** To be used in place of the cluster's URL; same CA, same tokens. */
  url: string;
  /** All calls that are complete, oldest first. */
  exchanges: Exchange[];
  /** Forgets the calls so far. */
  clear(): void;
  /**
   * Asks, from now on, what goes wrong with each call; without an argument nothing does. The call waits for the answer, so
   * that something else can be let happen first.
   */
  fail(
    faultOf?: (call: {
      method: string;
      path: string;
    }) => Fault | undefined | Promise<Fault | undefined>,
  ): void;
  stop(): Promise<void>;
}

/**
 * Starts an https reverse proxy, so that tests see what goes over the wire.
 * It changes nothing on the way, unless it is asked to fail. A call is recorded before the client has the
 * end of its answer.
 */
export async function startRecordingProxy(
  cluster: LocalCluster,
): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  let faultOf: Parameters<RecordingProxy['fail']>[0];
  const agent = new Agent({
    ca: Buffer.from(cluster.caData, 'base64'),
    keepAlive: true,
  });
  const { certificate, privateKey } = cluster.servingCertificate;
  const server = createServer(
    { cert: certificate, key: privateKey },
    async (request, response) => {
      const { method = '', url: path = '' } = request;
      const asked = faultOf?.({ method, path });
      const fault = asked instanceof Promise ? await asked : asked;
      if (fault === 'cut') {
        request.socket.destroy();
        return;
      }
      if (fault === 'missing') {
        // In the API server's own words, which are no Status.
        request.resume();
        response.writeHead(404, { 'content-type': 'text/plain' });
        response.end('404 page not found\n');
        return;
      }
      if (typeof fault === 'number') {
        refuse(fault, request, response);
        return;
      }
      const target = fault === 'lose' ? new ServerResponse(request) : response;
      forward(cluster.url, agent, request, target).then(
        ({ exchange, rest }) => {
          exchanges.push(exchange);
          if (fault === 'lose') {
            request.socket.destroy();
          } else {
            response.end(rest);
          }
        },
        error => response.destroy(error),
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    clear: () => {
      exchanges.length = 0;
    },
    fail: next => {
      faultOf = next;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

/** A status in the shape of the API server's own. */
function refuse(
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code: status,
      message: `the test answers ${status}`,
    }),
  );
}

async function forward(
  clusterUrl: string,
  agent: Agent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ exchange: Exchange; rest?: Buffer }> {
  const requestBody = await readAll(request);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    // A string, not an URL object: that would tidy up `..` in the path.
    const { hostname, port } = new URL(clusterUrl);
    const onward = httpsRequest(
      {
        hostname,
        port,
        path: request.url,
        method: request.method,
        headers: { ...request.headers, host: `${hostname}:${port}` },
        agent,
      },
      resolve,
    );
    onward.on('error', reject);
    response.on('close', () => response.writableEnded || onward.destroy());
    onward.end(requestBody);
  });
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  // A watch has no end to wait for. Everything else is passed on in one piece,
  // so that the client does not go on before the call is recorded.
  const isWatch = /[?&]watch=/.test(request.url ?? '');
  const responseBody = await readAll(
    answer,
    isWatch ? chunk => response.write(chunk) : undefined,
  );
  const exchange = {
    method: request.method ?? '',
    path: request.url ?? '',
    requestHeaders: request.headers,
    requestBody: requestBody.toString('utf8'),
    status: answer.statusCode ?? 0,
    responseHeaders: answer.headers,
    responseBody: responseBody.toString('utf8'),
  };
  return { exchange, rest: isWatch ? undefined : responseBody };
}

async function readAll(
  stream: IncomingMessage,
  onChunk?: (chunk: Buffer) => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    onChunk?.(chunk);
  }
  return Buffer.concat(chunks);
}
