import {
  Convention,
  KnownConnection,
  ModelConnection,
  ModelSource,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import {
  decodeConnectionSummary,
  decodeData,
  hiddenKeysOfSecret,
} from '../connection/decodeConnection';
import { DecodedLocation, decodeLocation } from '../connection/decodeLocation';
import { withoutKeys } from '../connection/withoutKeys';

/** What a connection is to a model service. It holds the connection's values: it stays in the services. */
export interface ServiceConnection {
  name: string;
  /** To render from, with values that may be shown; absent where it serves no model. */
  model?: ModelConnection & { source?: ModelSource };
  /** To read with. */
  known: KnownConnection;
  /** To tell what has fallen behind it. */
  located: DecodedLocation;
}

/** Reads a Secret as what a model service has to know of it. */
export function decodeServiceConnection(
  secret: Secret,
  convention: Convention,
): ServiceConnection {
  const texts = decodeData(secret);
  const keys = Object.keys(texts);
  const { name, protocol, protocols } = decodeConnectionSummary(
    secret,
    '',
    convention,
    keys,
  );
  const located = decodeLocation(secret, convention);
  if (protocol === undefined) {
    return { name, known: {}, located };
  }
  const values = withoutKeys(texts, hiddenKeysOfSecret(secret, texts));
  const source = protocolOf(protocol)?.modelSource(values, convention.habits);
  return {
    name,
    model: {
      name,
      convention: convention.id,
      protocol,
      keys,
      values,
      source: source && { protocols, ...source },
    },
    known: { protocol, base: source?.base },
    located,
  };
}
