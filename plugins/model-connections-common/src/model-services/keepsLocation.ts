import { isEqual } from 'lodash';
import { InferenceService } from './InferenceService';
import { ModelServiceWrite } from './ModelService';
import { KnownConnection, modelLocationOf } from './readModelService';

/**
 * Whether a write leaves the location of a service as it is, so that nothing of its binding is touched.
 *
 * @param current - the service as it is; absent for a new one
 * @param known - what the connection of the present location names
 * @public
 */
export function keepsLocation(
  { location }: Pick<ModelServiceWrite, 'location'>,
  current: InferenceService | undefined,
  known: KnownConnection | undefined,
): boolean {
  return (
    location === undefined ||
    (current !== undefined &&
      isEqual(location, modelLocationOf(current, known)))
  );
}
