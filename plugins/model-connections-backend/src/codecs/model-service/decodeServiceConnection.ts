import {
  Convention,
  KnownConnection,
  ModelConnection,
  ModelSource,
  protocolOf,
  s3LiteralsOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import {
  decodeConnectionSummary,
  decodeData,
  hiddenKeysOfSecret,
} from '../connection/decodeConnection';
import { withoutKeys } from '../connection/withoutKeys';

/** What a connection is to a model service. It holds no value that may not be shown. */
export interface ServiceConnection {
  name: string;
  /** To render from; absent where it serves no model. */
  model?: ModelConnection & { source?: ModelSource };
  /** To read with. */
  known: KnownConnection;
  /** ISO 8601. */
  contentChangedAt: string;
  /** S3: what KServe writes into pods as it is. */
  s3Literals?: Record<string, string>;
}

/** Reads a Secret as what a model service has to know of it. */
export function decodeServiceConnection(
  secret: Secret,
  convention: Convention,
): ServiceConnection {
  const texts = decodeData(secret);
  const keys = Object.keys(texts);
  const { name, protocol, protocols, contentChangedAt } =
    decodeConnectionSummary(secret, '', convention, keys);
  if (protocol === undefined) {
    return { name, known: {}, contentChangedAt };
  }
  const values = withoutKeys(texts, hiddenKeysOfSecret(secret, texts));
  const source = protocolOf(protocol)?.modelSource(values, convention.habits);
  return {
    name,
    model: {
      name,
      protocol,
      keys,
      values,
      source: source && { protocols, ...source },
    },
    known: { protocol, base: source?.base },
    contentChangedAt,
    ...(protocol === 's3' && {
      s3Literals: s3LiteralsOf(secret.metadata.annotations ?? {}, texts),
    }),
  };
}
