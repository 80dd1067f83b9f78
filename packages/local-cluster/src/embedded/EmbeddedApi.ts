import { Request, Response } from 'express';
import { ControllerLoop } from './ControllerLoop';
import { discover } from './discovery';
import { KubernetesObject } from './KubernetesObject';
import { listObjects } from './listObjects';
import { negotiate, representList, representObject } from './negotiate';
import { ObjectStore } from './ObjectStore';
import { parseResourcePath, ResourcePath } from './parseResourcePath';
import { ResourceOperations, WriteOptions } from './ResourceOperations';
import { reviewSelf } from './reviewSelf';
import { methodNotAllowed, notImplemented, StatusError } from './StatusError';

const mergePatch = 'application/merge-patch+json';
const otherPatches = [
  'application/json-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
  'application/apply-patch+cbor',
];

type ItemPath = ResourcePath & { name: string };

/** Gives an authenticated request its answer. */
export class EmbeddedApi {
  private readonly operations: ResourceOperations;

  constructor(
    private readonly store: ObjectStore,
    controllers: ControllerLoop,
    private readonly version: string,
  ) {
    this.operations = new ResourceOperations(store, () =>
      controllers.schedule(),
    );
  }

  /**
   * @param user - who asks
   * @throws StatusError for everything that is not a success
   */
  handle(request: Request, response: Response, user: string): void {
    const url = new URL(request.originalUrl, 'https://local');
    const body: Buffer = Buffer.isBuffer(request.body)
      ? request.body
      : Buffer.alloc(0);

    const discovered =
      request.method === 'GET' && discover(url.pathname, this.version);
    if (typeof discovered === 'string') {
      response.type('text/plain').send(discovered);
      return;
    }
    if (discovered) {
      response.json(discovered);
      return;
    }
    const review = reviewSelf(request.method, url.pathname, body, user);
    if (review) {
      response.status(201).json(review);
      return;
    }
    const path = parseResourcePath(url.pathname);
    if (!path) {
      response.status(404).type('text/plain').send('404 page not found\n');
      return;
    }
    if (path.name) {
      this.handleItem(request, response, path as ItemPath, url, body);
    } else {
      this.handleCollection(request, response, path, url, body);
    }
  }

  private handleCollection(
    request: Request,
    response: Response,
    path: ResourcePath,
    url: URL,
    body: Buffer,
  ): void {
    const { resource, namespace } = path;
    const representation = negotiate(request.get('accept'));
    const isWholeScope = resource.namespaced && !namespace;
    if (request.method === 'GET') {
      if (url.searchParams.has('watch')) {
        throw notImplemented('watch');
      }
      const page = listObjects(this.store, path, url.searchParams);
      response.json(
        representList(resource, page.metadata, page.objects, representation),
      );
    } else if (request.method === 'POST' && !isWholeScope) {
      checkBodyType(request);
      const options = readWriteOptions(request, url, 'CreateOptions');
      const created = this.operations.create(path, body, options);
      response
        .status(201)
        .json(representObject(resource, created, representation));
    } else if (request.method === 'DELETE' && !isWholeScope) {
      const { dryRun } = readWriteOptions(request, url, 'DeleteOptions');
      const page = listObjects(this.store, path, url.searchParams);
      for (const { metadata } of page.objects) {
        this.operations.delete({ ...path, name: metadata.name }, body, dryRun);
      }
      response.json(
        representList(resource, page.metadata, page.objects, representation),
      );
    } else {
      throw methodNotAllowed();
    }
  }

  private handleItem(
    request: Request,
    response: Response,
    path: ItemPath,
    url: URL,
    body: Buffer,
  ): void {
    const { resource } = path;
    const representation = negotiate(request.get('accept'));
    const send = (object: KubernetesObject) =>
      response.json(representObject(resource, object, representation));
    switch (request.method) {
      case 'GET':
        send(this.operations.get(path));
        return;
      case 'PUT': {
        checkBodyType(request);
        const options = readWriteOptions(request, url, 'UpdateOptions');
        send(this.operations.update(path, body, options));
        return;
      }
      case 'PATCH': {
        checkPatchType(request);
        const options = readWriteOptions(request, url, 'PatchOptions');
        send(this.operations.patch(path, body, options));
        return;
      }
      case 'DELETE': {
        if (path.subresource) {
          throw methodNotAllowed();
        }
        const { dryRun } = readWriteOptions(request, url, 'DeleteOptions');
        const deleted = this.operations.delete(path, body, dryRun);
        const isHeld = deleted.metadata.finalizers?.length && !dryRun;
        if (resource.returnsDeleted || isHeld) {
          send(deleted);
        } else {
          response.json(deletedStatus(path, deleted));
        }
        return;
      }
      default:
        throw methodNotAllowed();
    }
  }
}

function deletedStatus(
  { resource, name }: ItemPath,
  { metadata }: KubernetesObject,
): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
      uid: metadata.uid,
    },
  };
}

function mediaTypeOf(request: Request): string {
  return (request.get('content-type') ?? '').split(';')[0].trim();
}

function checkBodyType(request: Request): void {
  const type = mediaTypeOf(request);
  if (type && type !== 'application/json') {
    throw new StatusError(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json',
    );
  }
}

function checkPatchType(request: Request): void {
  const type = mediaTypeOf(request);
  if (otherPatches.includes(type)) {
    throw notImplemented(`patches of type ${type}`);
  }
  if (type !== mergePatch) {
    throw new StatusError(
      415,
      'UnsupportedMediaType',
      '415: Unsupported Media Type',
      {},
    );
  }
}

function readWriteOptions(
  request: Request,
  url: URL,
  optionsKind: string,
): WriteOptions {
  const dryRun = url.searchParams.getAll('dryRun').filter(Boolean);
  const unknown = dryRun.filter(value => value !== 'All');
  if (unknown.length > 0) {
    const message = `Unsupported value: ${JSON.stringify(
      dryRun,
    )}: supported values: "All"`;
    throw new StatusError(
      422,
      'Invalid',
      `${optionsKind}.meta.k8s.io "" is invalid: dryRun: ${message}`,
      {
        group: 'meta.k8s.io',
        kind: optionsKind,
        causes: [
          { reason: 'FieldValueNotSupported', message, field: 'dryRun' },
        ],
      },
    );
  }
  return {
    dryRun: dryRun.length > 0,
    strict: url.searchParams.get('fieldValidation') === 'Strict',
    fieldManager:
      url.searchParams.get('fieldManager') ||
      (request.get('user-agent') ?? 'unknown').split('/')[0],
  };
}
