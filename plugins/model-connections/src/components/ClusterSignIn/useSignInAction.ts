import { ClusterSignIn } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';

/** Signing in by a button: whether it is under way, and why it did not work. */
export function useSignInAction(signIn: ClusterSignIn | undefined) {
  const reasonOf = useErrorReason();
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const run = async () => {
    setRunning(true);
    setFailure(undefined);
    try {
      await signIn?.signIn();
    } catch (error) {
      setFailure(reasonOf(error as Error));
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, failure };
}
