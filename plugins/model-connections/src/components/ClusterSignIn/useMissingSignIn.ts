import {
  ClusterSignIn,
  isClusterSignInError,
  useClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';

/** The sign-in for want of which a call on a cluster failed; `undefined` where it failed for something else. */
export function useMissingSignIn(
  clusterName: string | undefined,
  error: Error | undefined,
): ClusterSignIn | undefined {
  const signIn = useClusterSignIn(clusterName);
  return isClusterSignInError(error) ? signIn : undefined;
}
