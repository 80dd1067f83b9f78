import { InferenceService } from './InferenceService';
import {
  LocatingConnection,
  locationOfConnection,
} from './locationOfConnection';
import { predictorModelOf } from './predictorModel';
import { connectionOfService, modelLocationOf } from './readModelService';

/**
 * Where the model of a service comes from: the connection that it names; an entry of KServe's storage configuration, which
 * is bound by whoever keeps that, such as the operator of Open Data Hub; or elsewhere, whatever connection it names. Elsewhere
 * is also where nothing tells the path any more.
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
  if (!model || connectionOfService(service) === undefined) {
    return 'elsewhere';
  }
  if (model.storageUri === undefined) {
    const location = modelLocationOf(service, connection);
    const isWhole =
      connection?.protocol === 'uri' ||
      (location?.kind === 'connection' && location.path !== undefined);
    return isWhole ? 'connection' : 'elsewhere';
  }
  return connection === undefined || locationOfConnection(service, connection)
    ? 'connection'
    : 'elsewhere';
}
