import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  errorReason,
  isNetworkError,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../translation';

/** Says why something failed: in the server's words, or that no answer came. */
export function useErrorReason(): (error: Error) => string {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return error =>
    isNetworkError(error) ? t('common.noAnswer') : errorReason(error);
}
