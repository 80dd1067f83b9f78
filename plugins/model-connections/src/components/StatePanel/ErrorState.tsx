import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import {
  deniedPermission,
  errorStatus,
} from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInState, useMissingSignIn } from '../ClusterSignIn';
import { StatePanel } from './StatePanel';

/**
 * Something could not be loaded: the reason in the server's words, and a way to try again. Where the portal's policy
 * refuses it, whom to ask for what; where a sign-in for the cluster is missing, the way to that.
 */
export function ErrorState(props: {
  title: string;
  /** Stands instead of the title where one may not (403). */
  forbiddenTitle?: string;
  /** Stands beneath the reason where one may not, unless it is a permission that is missing. */
  forbiddenHint?: string;
  /** The cluster that was asked, by its name. */
  cluster?: string;
  error: Error;
  /** Another way on, beside trying again. */
  action?: ReactNode;
  onRetry(): void;
}) {
  const { title, forbiddenTitle, forbiddenHint, error, onRetry } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const signIn = useMissingSignIn(props.cluster, error);
  if (signIn) {
    return <SignInState signIn={signIn} error={error} />;
  }
  const isForbidden = errorStatus(error) === 403 && forbiddenTitle;
  const hint = deniedPermission(error)
    ? t('common.askForPermission')
    : forbiddenHint;
  return (
    <StatePanel
      isError
      icon={isForbidden ? <LockOutlinedIcon /> : <ErrorOutlineIcon />}
      title={isForbidden ? forbiddenTitle : title}
      description={
        <>
          {reasonOf(error)}
          {isForbidden && hint && <div>{hint}</div>}
        </>
      }
      action={
        <>
          <Button variant="outlined" color="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          {props.action}
        </>
      }
    />
  );
}
