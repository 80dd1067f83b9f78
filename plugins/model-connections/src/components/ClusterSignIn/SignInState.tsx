import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import VpnKeyOutlinedIcon from '@material-ui/icons/VpnKeyOutlined';
import { ClusterSignIn } from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { StatePanel } from '../StatePanel/StatePanel';
import { useSignInAction } from './useSignInAction';

/**
 * Stands where nothing can be shown until one has signed in to the cluster; where the portal lacks the sign-in, what an
 * admin has to do.
 */
export function SignInState(props: { signIn: ClusterSignIn; error: Error }) {
  const { signIn, error } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const { run, isRunning, failure } = useSignInAction(signIn);
  const { cluster, name, missing } = signIn;
  const icon = <VpnKeyOutlinedIcon />;
  if (missing) {
    return (
      <StatePanel
        isError
        icon={icon}
        title={t('signIn.missing', { cluster: cluster.title })}
        description={
          <>
            {reasonOf(error)}
            <div>
              {missing === 'plugin'
                ? t('signIn.missingPlugin', { name })
                : t('signIn.missingProvider', { name })}
            </div>
          </>
        }
      />
    );
  }
  return (
    <StatePanel
      isError
      icon={icon}
      title={t('signIn.title', { cluster: cluster.title })}
      description={
        <>
          {reasonOf(error)}
          {failure && <div>{t('signIn.failed', { reason: failure })}</div>}
        </>
      }
      action={
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning}
          onClick={run}
        >
          {isRunning ? t('signIn.running') : t('signIn.with', { name })}
        </Button>
      }
    />
  );
}
