import {
  Connection,
  ConnectionSummary,
  contentChangedAt,
  Convention,
  dataKeys,
  HIDDEN_KEYS,
  hiddenKeysOf,
  isContentNoteOutdated,
  isValueField,
  lastCheckOf,
  lastWriteOf,
  managedBy,
  mayShowValue,
  MODEL_SOURCE,
  modelSourceOf,
  parseModelSource,
  protocolOf,
  protocols,
  protocolsOfKeys,
  readStoredValue,
  S3Settings,
  s3SettingsOf,
  servableOf,
  shadowedProtocols,
  StoredConnectionValue,
} from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesObject, Secret } from '../../kubernetes/KubernetesObject';
import { StoredConnectionType } from '../connection-type/connectionTypeCodec';
import { firstOf } from '../firstOf';
import { withoutKeys } from './withoutKeys';

/** A connection's summary before anybody has decided who may do what with it. */
export type StoredConnectionSummary = Omit<ConnectionSummary, 'allowedActions'>;

/** A connection before anybody has decided who may do what with it. */
export type StoredConnection = Omit<Connection, 'allowedActions'>;

/**
 * Reads the metadata of a Secret as the summary of a connection. Never throws, whoever wrote it. With `keys` the names of
 * its data are known; else its managedFields tell them, or nobody does.
 */
export function decodeConnectionSummary(
  secret: KubernetesObject,
  cluster: string,
  convention: Convention,
  keys: string[] | undefined = dataKeys(secret.metadata),
): StoredConnectionSummary {
  const { metadata } = secret;
  const annotations = metadata.annotations ?? {};
  const names = convention.connectionAnnotations;
  const source = isContentNoteOutdated(metadata)
    ? undefined
    : parseModelSource(annotations[MODEL_SOURCE]);
  const named = protocolOf(annotations[names.protocol])?.id;
  const spoken = new Set([
    ...(named ? [named] : []),
    ...(source?.protocols ?? []),
    ...protocolsOfKeys(keys ?? [], convention.extraKeys),
  ]);
  const ids = protocols.map(({ id }) => id).filter(id => spoken.has(id));
  const protocol = named ?? ids[0];
  const known = protocol !== undefined || keys !== undefined;
  return {
    cluster,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    displayName: firstOf(annotations, names.displayName),
    description: annotations[names.description],
    typeName: firstOf(annotations, names.typeName),
    protocol,
    protocols: ids,
    creator: annotations[names.creator],
    createdAt: metadata.creationTimestamp ?? '',
    contentChangedAt: contentChangedAt(metadata),
    resourceVersion: metadata.resourceVersion ?? '',
    convention: convention.id,
    managedBy: managedBy(metadata),
    lastCheck:
      protocol === undefined ? undefined : lastCheckOf(metadata, convention),
    servable: known
      ? servableOf(protocol, source, shadowedProtocols(keys ?? []))
      : undefined,
  };
}

/** The stored values of a Secret as texts. They stay in the backend. */
export function decodeData(secret: Secret): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secret.data ?? {}).map(([key, base64]) => [
      key,
      Buffer.from(base64, 'base64').toString('utf8'),
    ]),
  );
}

/** The keys of a Secret that are never shown again; `texts` are its values where they are decoded already. */
export function hiddenKeysOfSecret(
  secret: Secret,
  texts: Readonly<Record<string, string>> = decodeData(secret),
): string[] {
  return hiddenKeysOf(secret.metadata.annotations?.[HIDDEN_KEYS], texts);
}

/**
 * Reads a Secret as a connection. Values appear only where {@link mayShowValue} lets them; of all other keys it says that
 * they are set.
 */
export function decodeConnection(
  secret: Secret,
  options: {
    cluster: string;
    convention: Convention;
    /** The type as it is now; `undefined` when it is gone or cannot be read: no value is shown then. */
    type: StoredConnectionType | undefined;
    valuesInAnnotation: boolean;
    /** Those that the Secret names: they lie elsewhere. */
    certificates?: Pick<
      S3Settings,
      'caCertificate' | 'caProblem' | 'caVersion'
    >;
  },
): StoredConnection {
  const fields = new Map(
    (options.type?.fields ?? [])
      .filter(isValueField)
      .map(field => [field.envVar, field]),
  );
  const texts = decodeData(secret);
  const hidden = hiddenKeysOfSecret(secret, texts);
  const values = Object.entries(texts).map(
    ([key, text]): [string, StoredConnectionValue] => {
      const field = fields.get(key);
      return field && mayShowValue(key, field, hidden)
        ? [key, { value: readStoredValue(field, text) }]
        : [key, { isSet: true }];
    },
  );
  const summary = decodeConnectionSummary(
    secret,
    options.cluster,
    options.convention,
    Object.keys(texts),
  );
  const shown = withoutKeys(texts, hidden);
  return {
    ...summary,
    // Here the values are at hand, so nothing has to be taken from a note that may be missing or old.
    servable: servableOf(
      summary.protocol,
      modelSourceOf(
        summary.protocol ? [summary.protocol] : [],
        shown,
        options.convention.habits,
      ),
      shadowedProtocols(Object.keys(texts)),
    ),
    values: Object.fromEntries(values),
    valuesInAnnotation: options.valuesInAnnotation,
    ...(summary.protocol === 's3' && {
      s3: {
        ...s3SettingsOf(secret.metadata.annotations, texts),
        ...options.certificates,
      },
    }),
    lastWrite: lastWriteOf(secret.metadata),
  };
}
