import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { EnableFailure } from './useEnableType';

/** Why a switch went back, and a way to try again. */
export function EnableProblem(props: {
  failure: EnableFailure;
  /** The cluster that was asked, by its name. */
  cluster: string;
  onRetry(): void;
}) {
  const { type, enabled, error } = props.failure;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  return (
    <Problem
      action={
        <>
          <SignInButton cluster={props.cluster} error={error} />
          <Button size="small" color="inherit" onClick={props.onRetry}>
            {t('common.retry')}
          </Button>
        </>
      }
    >
      {t(enabled ? 'types.enableFailed' : 'types.disableFailed', {
        name: type.displayName ?? type.name,
        reason: reasonOf(error),
      })}
    </Problem>
  );
}
