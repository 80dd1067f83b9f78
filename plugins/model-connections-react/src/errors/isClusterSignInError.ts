import { ResponseError } from '@backstage/errors';
import { CLUSTER_SIGN_IN_ERROR } from '@mooring/backstage-plugin-model-connections-common';

/**
 * Whether a call on a cluster failed for want of the person's own sign-in to it.
 *
 * @public
 */
export function isClusterSignInError(error: Error | undefined): boolean {
  return (
    (error as ResponseError | undefined)?.body?.error?.name ===
    CLUSTER_SIGN_IN_ERROR
  );
}
