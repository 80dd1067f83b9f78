/** What is known of how a cluster is signed in to; the same names as in the Kubernetes plugin's list of clusters. @public */
export interface ClusterAuth {
  /** The auth provider, such as `serviceAccount` or `oidc`. */
  authProvider: string;
  /** With `oidc`: which of the portal's sign-ins is used. */
  oidcTokenProvider?: string;
}

/** Providers whose credentials lie with the Kubernetes plugin: nothing of the caller reaches the cluster. */
const SERVER_SIDE: ReadonlySet<string> = new Set([
  'serviceAccount',
  'googleServiceAccount',
  'aws',
  'azure',
]);

/** Providers that need the person's own token for the cluster. */
const USER_SIDE: ReadonlySet<string> = new Set(['oidc', 'google', 'aks']);

/**
 * Whether it is known how a cluster is signed in to. Every other auth provider might hand the Backstage token on.
 *
 * @public
 */
export function isKnownClusterAuth(cluster: ClusterAuth): boolean {
  return SERVER_SIDE.has(cluster.authProvider) || needsClusterSignIn(cluster);
}

/**
 * Whether calls to a cluster are made with the person's own token.
 *
 * @public
 */
export function needsClusterSignIn(cluster: ClusterAuth): boolean {
  return USER_SIDE.has(cluster.authProvider);
}

/**
 * What a person signs in to a cluster with, as messages call it: the sign-in of `oidc`, else the provider.
 *
 * @public
 */
export function clusterSignInName(cluster: ClusterAuth): string {
  return cluster.oidcTokenProvider ?? cluster.authProvider;
}

/**
 * What `kubernetesAuthProvidersApi.getCredentials` of the Kubernetes plugin's frontend calls a cluster's sign-in:
 * `oidc.<sign-in>`, else the provider.
 *
 * @public
 */
export function clusterCredentialsKey(cluster: ClusterAuth): string {
  return cluster.authProvider === 'oidc'
    ? `oidc.${cluster.oidcTokenProvider}`
    : cluster.authProvider;
}

/**
 * The name of the error (status 401) by which the backend says that a person's sign-in to a cluster is missing or no longer
 * good. Every other 401 is about the portal's own sign-in.
 *
 * @public
 */
export const CLUSTER_SIGN_IN_ERROR = 'ClusterSignInError';
