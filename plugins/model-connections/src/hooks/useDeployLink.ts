import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { modelServiceCreatePermission } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../translation';
import { CreateLink } from './useCreateLink';
import {
  ModelServicePrefill,
  useModelServiceLinks,
} from './useModelServiceLinks';
import { ALL_PROJECTS } from './useProjectSelection';

/**
 * The link to the form for a new model service, for callers who may deploy any. The form needs a project, so there is none
 * while all are shown.
 */
export function useDeployLink(
  project?: { cluster: string; namespace?: string },
  prefill?: ModelServicePrefill,
): CreateLink {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useModelServiceLinks();
  const { allowed, loading, error } = usePermission({
    permission: modelServiceCreatePermission,
  });
  if (loading) {
    return {};
  }
  if (!allowed && !error) {
    return { missingPermission: modelServiceCreatePermission.name };
  }
  const { cluster, namespace } = project ?? {};
  if (!cluster || !namespace) {
    return { reason: t('list.createWhere') };
  }
  if (namespace === ALL_PROJECTS) {
    return { reason: t('services.deployWhere') };
  }
  return { to: links.create({ cluster, namespace }, prefill) };
}
