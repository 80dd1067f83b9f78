import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { lockOf } from './serviceActions';

/** Says in words why a service cannot be changed here, whoever asks; `undefined` where it can. */
export function useLockReason(): (service: ModelService) => string | undefined {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return service => {
    switch (lockOf(service)) {
      case 'managed':
        return t('row.managed', { ...service.managedBy! });
      case 'llm':
        return t('services.llm');
      default:
        return undefined;
    }
  };
}
