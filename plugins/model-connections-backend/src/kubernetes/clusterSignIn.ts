import {
  CLUSTER_TOKEN_HEADER_PREFIX,
  clusterSignInName,
  clusterTokenHeader,
  ClusterTokens,
  isKnownClusterAuth,
  needsClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-common';
import { ClusterSignInError } from '../errors/errors';
import { KubernetesCluster } from './KubernetesGateway';

export type { ClusterTokens };
export { needsClusterSignIn as needsSignIn, clusterSignInName as signInName };

const PREFIX = CLUSTER_TOKEN_HEADER_PREFIX.toLowerCase();

/**
 * Picks the tokens for clusters out of the headers of a request, by the lower-case name that Node.js gives a header; no
 * other header is ever passed on.
 */
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
  return isKnownClusterAuth(cluster)
    ? undefined
    : `Its auth provider "${authProvider}" is not known here; it might hand your Backstage token to the cluster.`;
}

/**
 * The one header that carries the person's token to this cluster, none for a cluster that needs none. Throws
 * {@link ClusterSignInError} that names the sign-in when the token is missing: the Kubernetes plugin would answer a bare 500,
 * or go on as nobody.
 */
export function signInHeader(
  cluster: KubernetesCluster,
  tokens: ClusterTokens = {},
): Record<string, string> {
  if (!needsClusterSignIn(cluster)) {
    return {};
  }
  const name = clusterTokenHeader(cluster).toLowerCase();
  const token = tokens[name];
  if (!token) {
    throw new ClusterSignInError(
      `The cluster "${
        cluster.name
      }" is used with your own sign-in "${clusterSignInName(
        cluster,
      )}", which is missing. Sign in with it and try again.`,
    );
  }
  return { [name]: token };
}
