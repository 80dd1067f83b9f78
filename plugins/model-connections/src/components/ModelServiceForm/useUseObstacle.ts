import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** Says why no model can be served from a connection by this person; `undefined` where one can, or where it is not known. */
export function useUseObstacle(): (
  connection: ConnectionSummary,
) => string | undefined {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return ({ servable, protocol, protocols, allowedActions }) => {
    if (protocols.length === 0 && protocol === undefined) {
      return t('services.form.servesNone');
    }
    if (servable && !servable.ok) {
      return servable.reason ?? t('services.form.servesNone');
    }
    return allowedActions.includes('use')
      ? undefined
      : t('services.form.mayNotUse');
  };
}
