import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { errorStatus } from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { StatePanel } from './StatePanel';

/** Something could not be loaded: the reason in the server's words, and a way to try again. */
export function ErrorState(props: {
  title: string;
  /** Stands instead of the title where a permission is missing (403). */
  forbiddenTitle?: string;
  /** Stands beneath the reason where a permission is missing. */
  forbiddenHint?: string;
  error: Error;
  onRetry(): void;
}) {
  const { title, forbiddenTitle, forbiddenHint, error, onRetry } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const isForbidden = errorStatus(error) === 403 && forbiddenTitle;
  return (
    <StatePanel
      isError
      icon={isForbidden ? <LockOutlinedIcon /> : <ErrorOutlineIcon />}
      title={isForbidden ? forbiddenTitle : title}
      description={
        <>
          {reasonOf(error)}
          {isForbidden && forbiddenHint && <div>{forbiddenHint}</div>}
        </>
      }
      action={
        <Button variant="outlined" color="primary" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
