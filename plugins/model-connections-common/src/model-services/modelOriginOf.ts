import { InferenceService } from './InferenceService';
import {
  LocatingConnection,
  locationOfConnection,
} from './locationOfConnection';
import { predictorModelOf } from './predictorModel';
import { connectionOfService } from './readModelService';

/**
 * Where the model of a service comes from: the connection that it names; an entry of KServe's storage configuration, which
 * is bound by whoever keeps that, such as the operator of Open Data Hub; or elsewhere, whatever connection it names.
 *
 * @param connection - the one that the service names; absent where it cannot be read
 * @public
 */
export function modelOriginOf(
  service: InferenceService,
  connection: LocatingConnection | undefined,
): 'connection' | 'storageEntry' | 'elsewhere' {
  const model = predictorModelOf(service.spec?.predictor)?.model;
  if (model?.storageUri === undefined && model?.storage?.key) {
    return 'storageEntry';
  }
  const isNamed =
    connectionOfService(service) !== undefined && model !== undefined;
  const leadsElsewhere =
    model?.storageUri !== undefined &&
    connection !== undefined &&
    locationOfConnection(service, connection) === undefined;
  return isNamed && !leadsElsewhere ? 'connection' : 'elsewhere';
}
