import { protocolOf } from '../protocols/protocols';
import { ProtocolId } from '../schema/openapi';
import { InferenceService } from './InferenceService';
import { modelLocationOf, storageUriOf } from './readModelService';

/**
 * A connection as far as the location of a model follows from it.
 *
 * @public
 */
export interface LocatingConnection {
  name: string;
  protocol?: ProtocolId;
  /** What it names, such as `s3://models`, where it is known. */
  base?: string;
  /** Its values in their stored form, where they are known. */
  values?: Readonly<Record<string, string>>;
}

const schemeOf = (uri: string | undefined) => uri?.split('://')[0];

/**
 * The location that a service has and the one that its connection gives now for the same path, for a service that says its
 * model comes from that connection; `undefined` for others, and for those that were written to take it from elsewhere.
 * `expected` is absent where the connection's values are not known, or name no bucket any more.
 *
 * @public
 */
export function locationOfConnection(
  service: InferenceService,
  connection: LocatingConnection,
): { present: string; expected?: string } | undefined {
  const { base, values } = connection;
  const protocol = protocolOf(connection.protocol);
  const present = storageUriOf(service);
  const location = modelLocationOf(service, { protocol: protocol?.id, base });
  const follows =
    location?.kind === 'connection' &&
    location.connection === connection.name &&
    (protocol?.id === 'uri' ||
      base === undefined ||
      schemeOf(present) === schemeOf(base));
  if (present === undefined || !follows) {
    return undefined;
  }
  const path = location.path ?? '';
  const isKnown =
    protocol !== undefined &&
    values !== undefined &&
    (protocol.id === 'uri' ? Boolean(values.URI) : base !== undefined) &&
    protocol.pathProblem(path) === undefined;
  return isKnown
    ? { present, expected: protocol.modelUri(values, path) }
    : { present };
}
