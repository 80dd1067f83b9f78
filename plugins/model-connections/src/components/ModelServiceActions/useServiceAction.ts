import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';

/** What is done to a service in one call. */
export type DirectAction = 'apply' | 'restart' | 'stop' | 'start';

/** Does one of them, says that it was done, and gives the service as it then is. Throws what the server refuses. */
export function useServiceAction() {
  const api = useModelConnectionsApi();
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return async (
    action: DirectAction,
    service: ModelService,
  ): Promise<ModelService> => {
    const { cluster, namespace, name } = service;
    const ref = { cluster, namespace, name };
    const done = await {
      apply: api.applyModelService,
      restart: api.restartModelService,
      stop: api.stopModelService,
      start: api.startModelService,
    }[action].call(api, ref);
    toast(t(`services.done.${action}`, { name: service.displayName ?? name }));
    return done;
  };
}
