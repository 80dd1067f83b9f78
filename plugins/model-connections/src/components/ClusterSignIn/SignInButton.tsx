import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { modelConnectionsTranslationRef } from '../../translation';
import { useMissingSignIn } from './useMissingSignIn';
import { useSignInAction } from './useSignInAction';

/**
 * Beside what went wrong: the way to sign in, where an action failed for want of that. Nothing in every other case, and
 * where the portal has no such sign-in.
 */
export function SignInButton(props: { cluster: string; error?: Error }) {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const signIn = useMissingSignIn(props.cluster, props.error);
  const { run, isRunning, failure } = useSignInAction(signIn);
  if (!signIn || signIn.missing) {
    return null;
  }
  return (
    <>
      <Button size="small" color="inherit" disabled={isRunning} onClick={run}>
        {t(isRunning ? 'signIn.running' : 'signIn.action')}
      </Button>
      {failure && (
        <Typography variant="caption" component="span" role="alert">
          {t('signIn.failed', { reason: failure })}
        </Typography>
      )}
    </>
  );
}
