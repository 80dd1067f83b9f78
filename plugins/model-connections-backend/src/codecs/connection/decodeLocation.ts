import {
  Convention,
  isContentNoteOutdated,
  KubernetesMetadata,
  LocatingConnection,
  MODEL_SOURCE,
  parseModelSource,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesObject, Secret } from '../../kubernetes/KubernetesObject';
import { decodeConnectionSummary, decodeData } from './decodeConnection';

/** What has to be known of a connection to tell what has fallen behind it. */
export type DecodedLocation = LocatingConnection & {
  /** ISO 8601. */
  contentChangedAt: string;
  /** With the values: the metadata of the Secret. */
  metadata?: KubernetesMetadata;
};

/** From metadata alone. Without a note of ours that is up to date, the location is not known. */
export function decodeNotedLocation(
  secret: KubernetesObject,
  convention: Convention,
): DecodedLocation {
  const { metadata } = secret;
  const { name, protocol, contentChangedAt } = decodeConnectionSummary(
    secret,
    '',
    convention,
  );
  const source = isContentNoteOutdated(metadata)
    ? undefined
    : parseModelSource(metadata.annotations?.[MODEL_SOURCE]);
  return { name, protocol, contentChangedAt, base: source?.base };
}

/** From the values, which come with it: it stays in the backend. */
export function decodeLocation(
  secret: Secret,
  convention: Convention,
): DecodedLocation {
  const values = decodeData(secret);
  const { name, protocol, contentChangedAt } = decodeConnectionSummary(
    secret,
    '',
    convention,
    Object.keys(values),
  );
  const source = protocolOf(protocol)?.modelSource(values, convention.habits);
  return {
    name,
    protocol,
    contentChangedAt,
    base: source?.base,
    values,
    metadata: secret.metadata,
  };
}
