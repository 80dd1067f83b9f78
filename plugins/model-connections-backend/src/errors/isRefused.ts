import { ClusterForbiddenError, ImpersonationForbiddenError } from './errors';

/** Whether a cluster's RBAC refuses the person a call; a sign-in that does not work is another matter. */
export const isRefused = (error: unknown): error is ClusterForbiddenError =>
  error instanceof ClusterForbiddenError &&
  !(error instanceof ImpersonationForbiddenError);
