import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ClusterTokens } from './clusterSignIn';
import { KubernetesPath } from './kubernetesPath';

/** A cluster as the Kubernetes plugin lists it. */
export interface KubernetesCluster {
  name: string;
  title?: string;
  authProvider: string;
  oidcTokenProvider?: string;
  /** Why we do not send anything to it, in words; absent when we do. */
  unusable?: string;
}

/** One call to a cluster. */
export interface KubernetesRequest {
  /** `PATCH` is a JSON merge patch: `null` removes, what is absent stays. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: KubernetesPath;
  query?: Record<string, string | undefined>;
  /** `metadata` asks for a PartialObjectMetadata, `metadataList` for a list of them: no data arrives. */
  as?: 'object' | 'metadata' | 'metadataList';
  body?: object;
}

/** What a cluster answered. */
export interface KubernetesAnswer<T> {
  body: T;
  /** The API server's clock, whole seconds. */
  date: Date;
  /** Whether an object of it carried `last-applied-configuration`, which was dropped. */
  lastAppliedDropped: boolean;
}

/** On whose behalf a call is made. */
export interface GatewayOptions {
  credentials: BackstageCredentials;
  /** The person's own tokens for clusters; each goes to its cluster alone. */
  clusterTokens?: ClusterTokens;
}

/**
 * The one way to Kubernetes. When Backstage ships an official client, only its implementation changes.
 */
export interface KubernetesGateway {
  /** The clusters that the Kubernetes plugin knows. */
  clusters(options: GatewayOptions): Promise<KubernetesCluster[]>;

  /**
   * Sends one request to a cluster.
   *
   * Throws `AuthenticationError` (the person's sign-in for the cluster is missing or refused), `NotFoundError` (no such
   * cluster or object), `NotAllowedError` (cluster RBAC), `ConflictError`, and the errors
   * of this package with 410, 413, 422, 502, 503, 504. No message holds a value of ours; that of a 422 is the API
   * server's own and may: who submitted values has to scrub it.
   */
  request<T>(
    cluster: string,
    request: KubernetesRequest,
    options: GatewayOptions,
  ): Promise<KubernetesAnswer<T>>;
}
