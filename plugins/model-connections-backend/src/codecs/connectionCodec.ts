import {
  Connection,
  ConnectionCreate,
  ConnectionSummary,
  contentChangedAt,
  Convention,
  dataKeys,
  HIDDEN_KEYS,
  isValueField,
  managedBy,
  mayShowValue,
  MODEL_SOURCE,
  modelSourceOf,
  parseHiddenKeys,
  parseModelSource,
  protocolOf,
  protocolsOfFields,
  protocolsOfKeys,
  readStoredValue,
  servableOf,
  StoredConnectionValue,
  VALUES_CHANGED_AT,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesObject, Secret } from '../kubernetes/KubernetesObject';
import { StoredConnectionType } from './connectionTypeCodec';
import { firstOf } from './firstOf';

/** A connection's summary before anybody has decided who may do what with it. */
export type StoredConnectionSummary = Omit<ConnectionSummary, 'allowedActions'>;

/** A connection before anybody has decided who may do what with it. */
export type StoredConnection = Omit<Connection, 'allowedActions'>;

/** The label selector that finds the connections of a convention, and more: the annotations decide. */
export function connectionSelector(convention: Convention): string {
  const { key, value } = convention.connectionLabel;
  return `${key}=${value}`;
}

/** Whether a Secret is a connection of this convention: its label, and an annotation of its type or protocol. */
export function isConnection(
  secret: KubernetesObject,
  convention: Convention,
): boolean {
  const { labels, annotations } = secret.metadata;
  const { key, value } = convention.connectionLabel;
  const names = convention.connectionAnnotations;
  return (
    labels?.[key] === value &&
    (annotations?.[names.typeName] !== undefined ||
      annotations?.[names.protocol] !== undefined)
  );
}

/** Reads the metadata of a Secret as the summary of a connection. Never throws, whoever wrote it. */
export function decodeConnectionSummary(
  secret: KubernetesObject,
  cluster: string,
  convention: Convention,
): StoredConnectionSummary {
  const { metadata } = secret;
  const annotations = metadata.annotations ?? {};
  const names = convention.connectionAnnotations;
  const source = parseModelSource(annotations[MODEL_SOURCE]);
  const keys = dataKeys(metadata);
  const named = protocolOf(annotations[names.protocol])?.id;
  const found = source?.protocols ?? protocolsOfKeys(keys ?? []);
  const protocols = named && !found.includes(named) ? [named, ...found] : found;
  const protocol = named ?? protocols[0];
  const known = protocol !== undefined || keys !== undefined;
  return {
    cluster,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    displayName: firstOf(annotations, names.displayName),
    description: annotations[names.description],
    typeName: annotations[names.typeName],
    protocol,
    protocols,
    creator: annotations[names.creator],
    createdAt: metadata.creationTimestamp ?? '',
    contentChangedAt: contentChangedAt(metadata),
    resourceVersion: metadata.resourceVersion ?? '',
    convention: convention.id,
    managedBy: managedBy(metadata),
    servable: known ? servableOf(protocol, source) : undefined,
  };
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
  },
): StoredConnection {
  const data = secret.data ?? {};
  const fields = new Map(
    (options.type?.fields ?? [])
      .filter(isValueField)
      .map(field => [field.envVar, field]),
  );
  // A list that cannot be read might name any key.
  const hidden =
    parseHiddenKeys(secret.metadata.annotations?.[HIDDEN_KEYS]) ??
    Object.keys(data);
  const values = Object.entries(data).map(
    ([key, base64]): [string, StoredConnectionValue] => {
      const field = fields.get(key);
      if (!field || !mayShowValue(key, field, hidden)) {
        return [key, { isSet: true }];
      }
      const text = Buffer.from(base64, 'base64').toString('utf8');
      return [key, { value: readStoredValue(field, text) }];
    },
  );
  return {
    ...decodeConnectionSummary(secret, options.cluster, options.convention),
    values: Object.fromEntries(values),
    valuesInAnnotation: options.valuesInAnnotation,
  };
}

/** Writes a new connection as the Secret that is created for it. */
export function encodeConnection(options: {
  connection: ConnectionCreate;
  /** The checked values, in their stored form. */
  stored: Record<string, string>;
  type: StoredConnectionType;
  convention: Convention;
  namespace: string;
  creator: string;
  /** The API server's clock. */
  now: Date;
}): Secret {
  const { connection, stored, type, convention } = options;
  const names = convention.connectionAnnotations;
  const { key, value } = convention.connectionLabel;
  const fields = type.fields.filter(isValueField);
  const ids = protocolsOfFields(type.fields);
  const hidden = writeOnlyKeys(type.fields);
  const shown = Object.fromEntries(
    Object.entries(stored).filter(([envVar]) => !hidden.includes(envVar)),
  );
  const source = modelSourceOf(ids, shown);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: connection.name,
      namespace: options.namespace,
      labels: { [key]: value },
      annotations: {
        ...optional(names.displayName[0], connection.displayName?.trim()),
        ...optional(names.description, connection.description?.trim()),
        [names.typeName]: type.name,
        ...optional(names.protocol, ids[0]),
        [names.creator]: options.creator,
        [VALUES_CHANGED_AT]: options.now.toISOString().replace('.000Z', 'Z'),
        ...optional(MODEL_SOURCE, source && JSON.stringify(source)),
        [HIDDEN_KEYS]: JSON.stringify(hidden),
        ...protocolOf(ids[0])?.servingAnnotations(shown),
      },
    },
    // The kubelet ignores a registry login of type Opaque, and the type of a Secret can never change.
    type: fields.some(field => field.envVar === '.dockerconfigjson')
      ? 'kubernetes.io/dockerconfigjson'
      : 'Opaque',
    stringData: stored,
  };
}

function optional(
  key: string,
  value: string | undefined,
): Record<string, string> {
  return value ? { [key]: value } : {};
}
