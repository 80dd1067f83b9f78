import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { connectionCreatePermission } from '@mooring/backstage-plugin-model-connections-common';
import { createConnectionRouteRef } from '../routes';
import { modelConnectionsTranslationRef } from '../translation';

/** Where a new connection is made, or why not. Neither while it is not known yet. */
export interface CreateLink {
  to?: string;
  reason?: string;
}

/** The link to the form for a new connection, for callers who may create one. */
export function useCreateLink(project?: {
  cluster: string;
  namespace?: string;
}): CreateLink {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const path = useRouteRef(createConnectionRouteRef)();
  const { allowed, loading } = usePermission({
    permission: connectionCreatePermission,
  });
  if (loading || !project) {
    return {};
  }
  if (!allowed) {
    return { reason: t('list.mayNotCreate') };
  }
  const query = new URLSearchParams({ cluster: project.cluster });
  if (project.namespace) {
    query.set('namespace', project.namespace);
  }
  return { to: `${path}?${query}` };
}
