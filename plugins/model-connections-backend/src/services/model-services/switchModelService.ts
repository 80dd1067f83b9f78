import {
  InferenceService,
  ModelServiceRef,
  RESTARTED_AT,
  STOP_SERVICE,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConflictingInputError } from '../../errors/errors';
import { isStaleVersion } from '../../errors/isStaleVersion';
import { ServiceOptions } from '../ServiceOptions';
import { InferenceServices } from './InferenceServices';

/** What can be done to the pods of a service as they are. */
export type ModelServiceSwitch = 'restart' | 'stop' | 'start';

const PATCHES: Record<
  ModelServiceSwitch,
  (service: InferenceService, isStopped: boolean) => object | undefined
> = {
  restart: ({ metadata: { name } }, isStopped) => {
    if (isStopped) {
      throw new ConflictingInputError(
        `The model service "${name}" is stopped, so it has no pods. Start it instead.`,
        [],
      );
    }
    const restartedAt = new Date().toISOString();
    return {
      spec: { predictor: { annotations: { [RESTARTED_AT]: restartedAt } } },
    };
  },
  stop: (_, isStopped) =>
    isStopped
      ? undefined
      : { metadata: { annotations: { [STOP_SERVICE]: 'true' } } },
  start: ({ metadata: { annotations } }) =>
    annotations?.[STOP_SERVICE] === undefined
      ? undefined
      : { metadata: { annotations: { [STOP_SERVICE]: null } } },
};

/**
 * Makes new pods, takes them away or brings them back, in one patch of the service as it is now; once more where somebody
 * else was faster. Throws `ConflictingInputError` for a restart of one that is stopped.
 */
export async function switchModelService(
  ref: ModelServiceRef,
  to: ModelServiceSwitch,
  services: InferenceServices,
  options: ServiceOptions,
): Promise<InferenceService> {
  const attempt = async () => {
    const service = await services.readToWrite(ref, options);
    const isStopped = service.metadata.annotations?.[STOP_SERVICE] === 'true';
    const patch = PATCHES[to](service, isStopped);
    return patch ? await services.patch(ref, service, patch, options) : service;
  };
  return await attempt().catch(async error => {
    if (!isStaleVersion(error)) throw error;
    return await attempt();
  });
}
