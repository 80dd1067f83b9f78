import {
  Cluster,
  clusterSignInName,
  needsClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-common';
import { useSigningInApi } from './useSigningInApi';

/**
 * A person's own sign-in for a cluster.
 *
 * @public
 */
export interface ClusterSignIn {
  cluster: Cluster;
  /** What one signs in with, such as `okta`. */
  name: string;
  /**
   * What this portal lacks, so that nobody can sign in: the frontend plugin of Kubernetes, or this sign-in among those
   * that the plugin knows. Absent where it is not known to lack anything.
   */
  missing?: 'plugin' | 'provider';
  /** Asks the person to sign in; everything that failed for want of it then loads again. Throws when it fails. */
  signIn(): Promise<void>;
}

/**
 * The sign-in that calls on a cluster need; `undefined` where they need none, and while the clusters are not known.
 *
 * @public
 */
export function useClusterSignIn(
  clusterName: string | undefined,
): ClusterSignIn | undefined {
  const { signIns } = useSigningInApi();
  const cluster =
    clusterName === undefined ? undefined : signIns.cluster(clusterName);
  if (!cluster || !needsClusterSignIn(cluster)) {
    return undefined;
  }
  return {
    cluster,
    name: clusterSignInName(cluster),
    missing: signIns.missing(cluster),
    signIn: () => signIns.signIn(cluster),
  };
}
