import { ClusterAuth } from './clusterAuth';

/**
 * The person's own tokens for clusters, by the name of the header that carries each ({@link clusterTokenHeader}). They
 * are passed on and never kept or logged.
 *
 * @public
 */
export type ClusterTokens = Readonly<Record<string, string>>;

/**
 * What the names of all headers with a token for a cluster begin with; the case of a header's name means nothing.
 *
 * @public
 */
export const CLUSTER_TOKEN_HEADER_PREFIX =
  'Backstage-Kubernetes-Authorization-';

/**
 * The header that carries the person's token to a cluster: that of the Kubernetes plugin's own pages.
 *
 * @public
 */
export function clusterTokenHeader(cluster: ClusterAuth): string {
  const { authProvider, oidcTokenProvider } = cluster;
  return CLUSTER_TOKEN_HEADER_PREFIX.concat(
    authProvider === 'oidc' ? `oidc-${oidcTokenProvider}` : authProvider,
  );
}
