import { DEPLOYMENT_MODE } from './annotations';
import { InferenceService } from './InferenceService';

/**
 * How a service is deployed, in KServe's words: as it says itself (KServe's webhook fills in its default), else as KServe
 * has reported it; `undefined` where nothing tells.
 *
 * @public
 */
export function deploymentModeOf({
  metadata,
  status,
}: InferenceService): string | undefined {
  return metadata.annotations?.[DEPLOYMENT_MODE] ?? status?.deploymentMode;
}
