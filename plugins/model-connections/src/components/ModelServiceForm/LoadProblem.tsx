import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';

/** Something that a form needs could not be loaded: beside its field, with the ways to have it all the same. */
export function LoadProblem(props: {
  cluster: string;
  /** Nothing is shown without one. */
  error?: Error;
  /** What could not be loaded, and why. */
  message(error: Error): string;
  /** The field that has the focus once one tries again, since this is gone then. */
  fieldId?: string;
  onRetry(): void;
}) {
  const { cluster, error, message, fieldId, onRetry } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (!error) {
    return null;
  }
  return (
    <Problem
      action={
        <>
          <SignInButton cluster={cluster} error={error} />
          <Button
            size="small"
            color="inherit"
            onClick={() => {
              if (fieldId) document.getElementById(fieldId)?.focus();
              onRetry();
            }}
          >
            {t('common.retry')}
          </Button>
        </>
      }
    >
      {message(error)}
    </Problem>
  );
}
