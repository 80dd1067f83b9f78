import {
  BadGatewayError,
  ClusterBusyError,
  GatewayTimeoutError,
  RequestTurnedAwayError,
} from './errors';

/** Whether it is open what came of a call: the cluster did not answer, or not in words of its own. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof BadGatewayError ||
  error instanceof GatewayTimeoutError ||
  (error instanceof ClusterBusyError &&
    !(error instanceof RequestTurnedAwayError));
