import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { connectionTypeCreatePermission } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../translation';

/** Whether the caller may create types, and the reason where not; nothing stands in the way while it is not known yet. */
export function useMayCreateTypes() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { allowed, loading } = usePermission({
    permission: connectionTypeCreatePermission,
  });
  return {
    isKnown: !loading,
    mayNotCreate: allowed || loading ? undefined : t('types.mayNotCreate'),
  };
}
