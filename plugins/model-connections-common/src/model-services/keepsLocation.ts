import { isEqual } from 'lodash';
import { InferenceService } from './InferenceService';
import { ModelServiceWrite } from './ModelService';
import { KnownConnection, modelLocationOf } from './readModelService';

/**
 * Whether a write leaves the location of a service as it is, so that nothing of its binding is touched.
 *
 * @param current - the service as it is; absent for a new one
 * @param known - what the connection of the present location names
 * @param rebind - whether it is bound once more, even to the same
 * @public
 */
export function keepsLocation(
  { location }: Pick<ModelServiceWrite, 'location'>,
  current: InferenceService | undefined,
  known: KnownConnection | undefined,
  rebind = false,
): boolean {
  return (
    location === undefined ||
    (!rebind &&
      current !== undefined &&
      isEqual(location, modelLocationOf(current, known)))
  );
}
