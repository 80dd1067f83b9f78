import {
  ConnectionCreate,
  Convention,
  protocolsOfFields,
  s3SettingsAnnotations,
  secretTypeOf,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { StoredConnectionType } from '../connection-type/connectionTypeCodec';
import { contentMarks, setOnly } from './contentMarks';

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
  const protocols = protocolsOfFields(type.fields);
  const marks = contentMarks({
    convention,
    protocols,
    texts: stored,
    hidden: writeOnlyKeys(type.fields),
    now: options.now,
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: connection.name,
      namespace: options.namespace,
      labels: setOnly({ [key]: value, ...marks.labels }),
      annotations: setOnly({
        [names.displayName[0]]: connection.displayName?.trim() || undefined,
        [names.description]: connection.description?.trim() || undefined,
        [names.typeName[0]]: type.name,
        [names.protocol]: protocols[0],
        [names.creator]: options.creator,
        ...marks.annotations,
        ...s3SettingsAnnotations(connection.s3 ?? {}, connection.name),
      }),
    },
    type: secretTypeOf(type.fields),
    stringData: stored,
  };
}
