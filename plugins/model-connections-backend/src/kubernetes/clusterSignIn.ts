import { AuthenticationError } from '@backstage/errors';
import { KubernetesCluster } from './KubernetesGateway';

/** Providers whose credentials lie with the Kubernetes plugin: nothing of the caller reaches the cluster. */
const SERVER_SIDE = new Set([
  'serviceAccount',
  'googleServiceAccount',
  'aws',
  'azure',
]);

/** Providers that need the person's own token for the cluster. */
const USER_SIDE = new Set(['oidc', 'google', 'aks']);

const PREFIX = 'backstage-kubernetes-authorization-';

/**
 * The tokens for clusters that came with a request, by the name of the header (lower case) in which the Kubernetes
 * plugin's own pages send them. They are passed on and never kept or logged.
 */
export type ClusterTokens = Readonly<Record<string, string>>;

/** Picks the tokens for clusters out of the headers of a request; no other header is ever passed on. */
export function readClusterTokens(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ClusterTokens {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith(PREFIX) && typeof entry[1] === 'string',
    ),
  );
}

/**
 * Why a cluster with these settings cannot be used, in words; `undefined` when it can.
 */
export function unusableReason(
  cluster: Pick<KubernetesCluster, 'authProvider' | 'oidcTokenProvider'>,
): string | undefined {
  const { authProvider, oidcTokenProvider } = cluster;
  if (authProvider === 'oidc' && /[A-Z]/.test(oidcTokenProvider ?? '')) {
    return `The name of its sign-in "${oidcTokenProvider}" has capitals, which the Kubernetes plugin never finds. An admin has to write it in lower case.`;
  }
  return SERVER_SIDE.has(authProvider) || USER_SIDE.has(authProvider)
    ? undefined
    : `Its auth provider "${authProvider}" is not known here; it might hand your Backstage token to the cluster.`;
}

/** Whether calls to the cluster are made with the person's own token. */
export function needsSignIn(cluster: KubernetesCluster): boolean {
  return USER_SIDE.has(cluster.authProvider);
}

/** What the person signs in with, as it is called in messages. */
export function signInName(cluster: KubernetesCluster): string {
  return cluster.oidcTokenProvider ?? cluster.authProvider;
}

/**
 * The one header that carries the person's token to this cluster, none for a cluster that needs none. Throws
 * `AuthenticationError` that names the sign-in when the token is missing: the Kubernetes plugin would answer a bare 500,
 * or go on as nobody.
 */
export function signInHeader(
  cluster: KubernetesCluster,
  tokens: ClusterTokens = {},
): Record<string, string> {
  if (!needsSignIn(cluster)) {
    return {};
  }
  const name =
    cluster.authProvider === 'oidc'
      ? `${PREFIX}oidc-${cluster.oidcTokenProvider}`
      : `${PREFIX}${cluster.authProvider}`;
  const token = tokens[name];
  if (!token) {
    throw new AuthenticationError(
      `The cluster "${
        cluster.name
      }" is used with your own sign-in "${signInName(
        cluster,
      )}", which is missing. Sign in with it and try again.`,
    );
  }
  return { [name]: token };
}
