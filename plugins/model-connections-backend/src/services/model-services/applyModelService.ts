import {
  InferenceService,
  storageUriOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { isStaleVersion } from '../../errors/isStaleVersion';
import { ModelServiceParts } from './createModelServiceParts';
import { AppliedServiceRef, ModelOrigin } from './ModelServicePlans';
import { WriteOptions } from './ModelServingService';
import { ModelServicePlan } from './planModelService';
import { changeModelService } from './writeModelService';

/** What came of applying a connection to a service. */
export interface AppliedModelService {
  service: InferenceService;
  plan: ModelServicePlan;
  /** As {@link WrittenModelService}. */
  warnings: string[];
  /** Whether the model has another location now. */
  isMoved: boolean;
}

/**
 * Applies its connection to a service as it is now, in one patch; once more where somebody else was faster.
 *
 * @param accept - looks at the service as it is now, and throws where it is to be left alone
 * @throws what the writes of a service throw
 */
export async function applyModelService(
  ref: AppliedServiceRef,
  parts: ModelServiceParts,
  options: WriteOptions,
  accept: (service: InferenceService, origin: ModelOrigin) => void,
): Promise<AppliedModelService> {
  const attempt = async () => {
    const plan = await parts.plans.toApply(ref, options, accept);
    const written = await changeModelService(ref, plan, parts, options);
    const isMoved =
      storageUriOf(written.service) !== storageUriOf(plan.current);
    return { ...written, plan, isMoved };
  };
  return await attempt().catch(async error => {
    if (!isStaleVersion(error)) throw error;
    return await attempt();
  });
}
