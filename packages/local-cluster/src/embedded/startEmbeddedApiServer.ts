import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import express, { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { createCertificateAuthority } from '../certificates/createCertificateAuthority';
import { applyManifests } from '../client/applyManifests';
import { createClusterClient } from '../client/createClusterClient';
import { createTokens } from '../createTokens';
import { LocalCluster, LocalClusterTokens } from '../LocalCluster';
import { apiResources } from './apiResources';
import { ControllerLoop } from './ControllerLoop';
import { EmbeddedApi } from './EmbeddedApi';
import { forbidAnonymous } from './forbidAnonymous';
import { ObjectStore } from './ObjectStore';
import { StatusError } from './StatusError';
import { timestamp } from './timestamp';

const bodyLimit = 3 * 1024 * 1024;
const version = 'v1.36.0-embedded';
const initialNamespaces = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/**
 * Starts the embedded API server: https on loopback, objects in memory, bearer
 * tokens, no RBAC. What it answers is told by the contract suite, which runs
 * against the real server too.
 *
 * @param options.port - 0, the default, lets the system choose
 */
export async function startEmbeddedApiServer(options: {
  port?: number;
}): Promise<LocalCluster> {
  const authority = await createCertificateAuthority();
  const servingCertificate = await authority.issueServerCertificate();
  const tokens = createTokens();
  const store = new ObjectStore();
  const controllers = new ControllerLoop(store, authority.certificate);
  const api = new EmbeddedApi(store, controllers, version);
  createNamespaces(store);
  controllers.reconcile();

  const server = createServer(
    {
      cert: servingCertificate.certificate,
      key: servingCertificate.privateKey,
    },
    createApp(api, tokens),
  );
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `https://127.0.0.1:${port}`;
  const caData = Buffer.from(authority.certificate).toString('base64');
  const client = createClusterClient({ url, caData, token: tokens.admin });

  let stopping: Promise<void> | undefined;
  return {
    kind: 'embedded',
    kserve: false,
    title: 'Local cluster (embedded, not a real Kubernetes)',
    url,
    caData,
    tokens,
    servingCertificate,
    request: client.request,
    apply: manifests => applyManifests(client.request, manifests),
    expireContinueTokens: async () => store.compact(),
    stop: () => {
      stopping ??= close(server).finally(() => client.close());
      return stopping;
    },
  };
}

function createNamespaces(store: ObjectStore): void {
  const resource = apiResources.find(({ kind }) => kind === 'Namespace')!;
  for (const name of initialNamespaces) {
    store.put(resource, {
      kind: 'Namespace',
      apiVersion: 'v1',
      metadata: {
        name,
        uid: crypto.randomUUID(),
        creationTimestamp: timestamp(),
        labels: { 'kubernetes.io/metadata.name': name },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
}

// Express tells error handlers from others by their four parameters.
const sendError: ErrorRequestHandler = (error, _request, response, _next) => {
  let status: StatusError;
  if (error instanceof StatusError) {
    status = error;
  } else if (error.type === 'entity.too.large') {
    status = new StatusError(
      413,
      'RequestEntityTooLarge',
      `Request entity too large: limit is ${bodyLimit}`,
    );
  } else {
    status = new StatusError(500, 'InternalError', String(error.message));
  }
  response.status(status.code).json(status.toStatus());
};

function createApp(api: EmbeddedApi, tokens: LocalClusterTokens): Express {
  const users = new Map(
    Object.entries(tokens).map(([user, token]) => [`Bearer ${token}`, user]),
  );
  const authenticate: RequestHandler = (request, response, next) => {
    const authorization = request.get('authorization');
    if (!authorization) {
      throw forbidAnonymous(request.method, request.path);
    }
    const user = users.get(authorization);
    if (!user) {
      throw new StatusError(401, 'Unauthorized', 'Unauthorized');
    }
    response.locals.user = user;
    next();
  };
  const answer: RequestHandler = (request, response) =>
    api.handle(request, response, response.locals.user);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(authenticate);
  app.use(express.raw({ type: () => true, limit: bodyLimit }));
  app.use(answer);
  app.use(sendError);
  return app;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
