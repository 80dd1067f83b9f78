import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { createConnectionRouteRef } from '../routes';
import { modelConnectionsTranslationRef } from '../translation';
import { useMayCreate } from './useMayCreate';

/** Where a new connection is made, or why not just now. Neither while it is not known, and for who never may. */
export interface CreateLink {
  to?: string;
  reason?: string;
  /** The permission for want of which the person can create none. */
  missingPermission?: string;
}

/** The link to the form for a new connection, for callers who may create one. */
export function useCreateLink(project?: {
  cluster: string;
  namespace?: string;
}): CreateLink {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const path = useRouteRef(createConnectionRouteRef)();
  const { isLoading, missing } = useMayCreate();
  if (isLoading || missing) {
    return { missingPermission: missing };
  }
  if (!project) {
    return { reason: t('list.createWhere') };
  }
  const query = new URLSearchParams({ cluster: project.cluster });
  if (project.namespace) {
    query.set('namespace', project.namespace);
  }
  return { to: `${path}?${query}` };
}
