import {
  driftFromConnection,
  InferenceService,
  modelLocationOf,
  ModelServiceDrift,
  Pod,
} from '@mooring/backstage-plugin-model-connections-common';
import { DecodedLocation } from '../../codecs/connection/decodeLocation';

/**
 * Whether a service has fallen behind its connection, as exactly as what is known of the connection and the pods allows. To
 * a service with an account of the person's own choice the connection brings no credentials.
 */
export function readDrift(
  service: InferenceService,
  connection: DecodedLocation | undefined,
  pods: readonly Pod[],
): ModelServiceDrift | undefined {
  const location = modelLocationOf(service, connection);
  return connection && location?.kind === 'connection'
    ? driftFromConnection(
        service,
        location.serviceAccountName === undefined
          ? 'serviceAccount'
          : 'annotation',
        connection,
        pods,
      )
    : undefined;
}
