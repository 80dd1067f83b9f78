import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  CLUSTER_SIGN_IN_ERROR,
  ErrorDetail,
  UNCHANGEABLE_SECRET_ERROR,
} from '@mooring/backstage-plugin-model-connections-common';

/** Bad input; `details` names every field that is wrong (400). */
export class InvalidInputError extends InputError {
  readonly statusCode = 400;

  constructor(message: string, readonly details: ErrorDetail[]) {
    super(message);
  }
}

/** Something of that name exists, or has changed since it was read; `details` names the field to change (409). */
export class ConflictingInputError extends ConflictError {
  readonly statusCode = 409;

  constructor(message: string, readonly details: ErrorDetail[]) {
    super(message);
  }
}

/** The Kubernetes plugin knows no cluster of that name (404). */
export class UnknownClusterError extends NotFoundError {
  readonly statusCode = 404;

  constructor(cluster: string) {
    super(`There is no cluster named "${cluster}".`);
  }
}

/** The person's own sign-in to a cluster is missing or no longer good (401). */
export class ClusterSignInError extends CustomErrorBase {
  override name = CLUSTER_SIGN_IN_ERROR;
  readonly statusCode = 401;
}

/** The cluster has no such API, as without KServe it has no InferenceServices (404). */
export class MissingApiError extends NotFoundError {
  readonly statusCode = 404;
}

/** The cluster's RBAC refuses the call to the portal's account, or to the person (403). */
export class ClusterForbiddenError extends NotAllowedError {
  readonly statusCode = 403;
}

/** The cluster does not let the portal's account act as a person or group (403). */
export class ImpersonationForbiddenError extends ClusterForbiddenError {}

/** A body, a value, or all values together are larger than they may be (413). */
export class PayloadTooLargeError extends CustomErrorBase {
  override name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;

  constructor(message: string, readonly details: ErrorDetail[] = []) {
    super(message);
  }
}

/** The body is of a media type that this API does not take (415). */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  override name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}

/** A page token has expired; list again from the start (410). */
export class GoneError extends CustomErrorBase {
  override name = 'GoneError' as const;
  readonly statusCode = 410;
}

/**
 * What is there in the cluster can never take the change, or the API server, or one of its webhooks, refused an object with
 * these words (422).
 */
export class UnprocessableEntityError extends CustomErrorBase {
  override name: string = 'UnprocessableEntityError';
  readonly statusCode = 422;

  constructor(message: string, readonly details: ErrorDetail[] = []) {
    super(message);
  }
}

/** The Secret of a connection can never take the change; a duplicate can (422). */
export class UnchangeableSecretError extends UnprocessableEntityError {
  override name = UNCHANGEABLE_SECRET_ERROR;
}

/** The cluster cannot be reached, or what answers is no Kubernetes API (502). */
export class BadGatewayError extends CustomErrorBase {
  override name = 'BadGatewayError' as const;
  readonly statusCode = 502;
}

/** The cluster is too busy (503). */
export class ClusterBusyError extends CustomErrorBase {
  override name = 'ClusterBusyError' as const;
  readonly statusCode = 503;
}

/** The cluster is too busy and has turned a request away before it did anything of it (503). */
export class RequestTurnedAwayError extends ClusterBusyError {}

/** The cluster did not answer in time (504). */
export class GatewayTimeoutError extends CustomErrorBase {
  override name = 'GatewayTimeoutError' as const;
  readonly statusCode = 504;
}
