import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ListPages } from '../../hooks/useListPages';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton, useMissingSignIn } from '../ClusterSignIn';
import { Problem } from '../Problem';

/** What failed while there are rows, above them: they stay, and one can try again. */
export function ListProblem(props: { pages: ListPages; cluster: string }) {
  const { error, isReloading, retry, rows } = props.pages;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const signIn = useMissingSignIn(props.cluster, error);
  if (!error || rows.length === 0) {
    return null;
  }
  const reason = reasonOf(error);
  return (
    <Problem
      action={
        signIn ? (
          <SignInButton cluster={props.cluster} error={error} />
        ) : (
          <Button size="small" color="inherit" onClick={retry}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      {isReloading
        ? t('list.reloadFailed', { reason })
        : t('list.loadedStopped', { loaded: String(rows.length), reason })}
    </Problem>
  );
}
