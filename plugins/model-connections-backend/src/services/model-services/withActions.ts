import {
  KubernetesMetadata,
  managedBy,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';

/** What the service's own state allows; who asks is the business of the decorator. */
export function withActions(
  service: Omit<ModelService, 'allowedActions'>,
  metadata: KubernetesMetadata,
): ModelService {
  const owner = managedBy(metadata);
  return {
    ...service,
    ...(owner && { managedBy: owner }),
    allowedActions:
      owner || service.kind !== 'InferenceService' ? [] : ['update', 'delete'],
  };
}
