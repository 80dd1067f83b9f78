import { RESTARTED_AT } from './annotations';
import { InferenceService } from './InferenceService';
import { predictorModelOf } from './predictorModel';

/**
 * The merge patch that makes new pods for a service, with another location of its model where one is given: one patch, so
 * one rollout. It holds for the version that was read.
 *
 * @param change.restartedAt - ISO 8601
 * @public
 */
export function restartPatch(
  service: InferenceService,
  change: { restartedAt: string; storageUri?: string },
): object {
  const { restartedAt, storageUri } = change;
  const model = predictorModelOf(service.spec?.predictor);
  return {
    metadata: { resourceVersion: service.metadata.resourceVersion },
    spec: {
      predictor: {
        annotations: { [RESTARTED_AT]: restartedAt },
        ...(storageUri !== undefined &&
          model && { [model.key]: { storageUri } }),
      },
    },
  };
}
