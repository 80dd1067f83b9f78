import { useEffect, useRef } from 'react';
import { useSigningInApi } from './useSigningInApi';

/**
 * Calls back whenever the person has signed in to a cluster, to load again what failed for want of it.
 *
 * @public
 */
export function useOnClusterSignIn(callback: () => void): void {
  const { signIns } = useSigningInApi();
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => signIns.onSignedIn(() => latest.current()), [signIns]);
}
