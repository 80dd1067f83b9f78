/** Providers whose credentials lie with the Kubernetes plugin: nothing of the caller reaches the cluster. */
const SERVER_SIDE = new Set([
  'serviceAccount',
  'googleServiceAccount',
  'aws',
  'azure',
]);

/** Providers that need the person's own token for the cluster. */
const USER_SIDE = new Set(['oidc', 'google', 'aks']);

/**
 * Why a cluster with this auth provider cannot be used, in words; `undefined` when it can.
 */
export function unusableReason(authProvider: string): string | undefined {
  if (SERVER_SIDE.has(authProvider)) {
    return undefined;
  }
  if (USER_SIDE.has(authProvider)) {
    return `Its sign-in "${authProvider}" needs a token of your own for the cluster, which is not passed on yet.`;
  }
  return `Its auth provider "${authProvider}" is not known here; it might hand your Backstage token to the cluster.`;
}
