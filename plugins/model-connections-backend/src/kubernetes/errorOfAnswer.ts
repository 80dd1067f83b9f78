import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  BadGatewayError,
  ClusterBusyError,
  ClusterForbiddenError,
  ClusterSignInError,
  GatewayTimeoutError,
  GoneError,
  ImpersonationForbiddenError,
  MissingApiError,
  PayloadTooLargeError,
  RequestTurnedAwayError,
  UnknownClusterError,
  UnprocessableEntityError,
} from '../errors/errors';

import { needsSignIn, signInName } from './clusterSignIn';
import { KubernetesCluster } from './KubernetesGateway';

interface Status {
  kind: 'Status';
  message?: string;
}

interface BackstageErrorBody {
  error: { name?: string; message?: string; cause?: { code?: string } };
}

const isStatus = (body: unknown): body is Status =>
  (body as Partial<Status> | undefined)?.kind === 'Status';

const isBackstageError = (body: unknown): body is BackstageErrorBody =>
  typeof (body as Partial<BackstageErrorBody> | undefined)?.error === 'object';

const CONNECTION_FAILURES: Record<string, string> = {
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it closed the connection',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  EHOSTUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it did not answer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** A webhook or policy that refuses an object often does so with 403; that has nothing to do with RBAC. */
const ADMISSION =
  /admission webhook .* denied|ValidatingAdmissionPolicy .* denied/;

/** The body of the API server's answer to a path that none of its APIs has. */
const NO_SUCH_PATH = /^404 page not found\s*$/;

/** The refusal is about the portal's account, not about what the person wanted. */
const IMPERSONATION = / cannot impersonate resource /;

/** As whom a cluster was asked. */
export interface Caller {
  /** The name that the portal's account acted as. */
  impersonatedUser?: string;
  /** Whether the Kubernetes plugin was asked on behalf of the person. */
  onBehalfOfUser?: boolean;
}

/** Whom a refusal of the cluster is meant for. */
function accountOf(
  cluster: KubernetesCluster,
  { impersonatedUser }: Caller,
): string {
  if (impersonatedUser !== undefined) {
    return `you, whom it knows as "${impersonatedUser}"`;
  }
  return needsSignIn(cluster) ? 'you' : "the portal's account";
}

/** The cluster's own word: its HTTP status decides, its message is kept. */
function errorOfStatus(
  known: KubernetesCluster,
  status: number,
  message: string,
  caller: Caller,
) {
  const cluster = known.name;
  switch (status) {
    case 401:
      if (needsSignIn(known)) {
        return new ClusterSignInError(
          `The cluster "${cluster}" does not accept your sign-in "${signInName(
            known,
          )}". It may have expired: sign in again.`,
        );
      }
      return new BadGatewayError(
        `The cluster "${cluster}" does not accept the portal's credentials. Ask whoever runs the portal to renew them.`,
      );
    case 403:
      if (ADMISSION.test(message)) {
        return new UnprocessableEntityError(message);
      }
      if (caller.impersonatedUser && IMPERSONATION.test(message)) {
        return new ImpersonationForbiddenError(
          `The cluster "${cluster}" does not let the portal's account act for you (RBAC); whoever runs the cluster finds what is needed in deploy/rbac-impersonation.yaml: ${message}`,
        );
      }
      return new ClusterForbiddenError(
        `The cluster "${cluster}" refuses this to ${accountOf(
          known,
          caller,
        )} (RBAC): ${message}`,
      );
    case 404:
      return new NotFoundError(message);
    case 409:
      return new ConflictError(message);
    case 410:
      return new GoneError('The list has changed too much. List again.');
    case 413:
      return new PayloadTooLargeError(message);
    case 400:
    case 422:
      return new UnprocessableEntityError(message);
    case 429:
    case 503: {
      const Busy = status === 429 ? RequestTurnedAwayError : ClusterBusyError;
      return new Busy(
        `The cluster "${cluster}" is busy: ${message} Try again in a moment.`,
      );
    }
    case 504:
      return new GatewayTimeoutError(
        `The cluster "${cluster}" did not finish in time: ${message}`,
      );
    default:
      return new BadGatewayError(
        `The cluster "${cluster}" answered ${status}: ${message}`,
      );
  }
}

/** The Kubernetes plugin's word, in Backstage's error body. */
function errorOfBackstage(
  cluster: string,
  status: number,
  error: BackstageErrorBody['error'],
  { onBehalfOfUser }: Caller,
) {
  if (status === 404) {
    return new UnknownClusterError(cluster);
  }
  if (status === 403 && onBehalfOfUser) {
    return new NotAllowedError(
      `The portal's policy does not give you the permission kubernetes.proxy, which this portal wants for every call to the cluster "${cluster}" (modelConnections.kubernetes.proxyIdentity). The cluster itself was not asked.`,
    );
  }
  if (status === 401 || status === 403) {
    return new NotAllowedError(
      `The Kubernetes plugin of this portal refuses access to the cluster "${cluster}".`,
    );
  }
  const code = error.cause?.code;
  const why = code && (CONNECTION_FAILURES[code] ?? code);
  return new BadGatewayError(
    `The cluster "${cluster}" cannot be reached${why ? `: ${why}` : ''}.`,
  );
}

/**
 * The error that an answer which is no success stands for. What comes through the proxy is the cluster's own `Status`,
 * Backstage's error body, the API server's plain text for an API that it does not have, or the page of a gateway in between
 * (`text` is the body as it came). Upstream errors are never attached as cause: they would
 * be serialised with every property.
 */
export function errorOfAnswer(
  cluster: KubernetesCluster,
  status: number,
  body: unknown,
  caller: Caller = {},
  text: string = '',
): Error {
  if (isStatus(body)) {
    return errorOfStatus(
      cluster,
      status,
      body.message ?? 'no reason given.',
      caller,
    );
  }
  if (isBackstageError(body)) {
    return errorOfBackstage(cluster.name, status, body.error, caller);
  }
  if (status === 404 && NO_SUCH_PATH.test(text)) {
    return new MissingApiError(
      `The cluster "${cluster.name}" does not have this API.`,
    );
  }
  return new BadGatewayError(
    `What answers for the cluster "${cluster.name}" is no Kubernetes API (status ${status}). A gateway or sign-in page may stand in between.`,
  );
}
