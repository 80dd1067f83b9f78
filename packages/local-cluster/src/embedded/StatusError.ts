import { ApiResource } from './apiResources';

/** One thing that is wrong with one field. */
export interface StatusCause {
  reason: string;
  message: string;
  field: string;
}

/** An answer of the API that is not a success, as Kubernetes words it. */
export class StatusError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string | undefined,
    message: string,
    readonly details?: object,
    readonly metadata: object = {},
  ) {
    super(message);
    this.name = 'StatusError';
  }

  /** The `Status` object that goes over the wire. */
  toStatus(): object {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.metadata,
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

/** `secrets`, or `deployments.apps`: how messages name a resource. */
export function qualifiedResource(resource: ApiResource): string {
  return resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
}

function qualifiedKind(resource: ApiResource): string {
  return resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
}

function describe(resource: ApiResource, name: string, kind: string): object {
  return {
    ...(name && { name }),
    ...(resource.group && { group: resource.group }),
    kind,
  };
}

/** 400, for requests that cannot be understood. */
export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

/** 404 for an object. */
export function notFound(resource: ApiResource, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualifiedResource(resource)} "${name}" not found`,
    describe(resource, name, resource.plural),
  );
}

/** 404 for a resource that a known API group does not have. */
export function unknownResource(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** 405. */
export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 501, in our own words: the real server can do this, the embedded cannot. */
export function notImplemented(what: string): StatusError {
  return new StatusError(
    501,
    'NotImplemented',
    `The embedded API server, which is not a real Kubernetes, does not support ${what}`,
  );
}

/** 409 at create. */
export function alreadyExists(
  resource: ApiResource,
  name: string,
): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedResource(resource)} "${name}" already exists`,
    describe(resource, name, resource.plural),
  );
}

/** 409 at update; the default message is that of an old resourceVersion. */
export function conflict(
  resource: ApiResource,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedResource(
      resource,
    )} "${name}": ${why}`,
    describe(resource, name, resource.plural),
  );
}

/** 409 for preconditions of a delete, where the kind is named instead. */
export function preconditionFailed(
  resource: ApiResource,
  name: string,
  why: string,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedKind(
      resource,
    )} "${name}": ${why}`,
    describe(resource, name, resource.kind),
  );
}

/** 422 with its causes. */
export function invalid(
  resource: ApiResource,
  name: string,
  causes: StatusCause[],
): StatusError {
  const texts = causes.map(cause => `${cause.field}: ${cause.message}`);
  const all = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${qualifiedKind(resource)} "${name}" is invalid: ${all}`,
    { ...describe(resource, name, resource.kind), causes },
  );
}
