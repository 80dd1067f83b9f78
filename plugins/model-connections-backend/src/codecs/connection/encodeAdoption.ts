import {
  ConnectionAdopt,
  Convention,
  defaultHiddenKeys,
  HIDDEN_KEYS,
  hiddenKeysOf,
  protocolsOfFields,
  protocolsOfKeys,
  VALUES_CHANGED_AT,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { StoredConnectionType } from '../connection-type/connectionTypeCodec';
import { changedOnly, contentMarks, setOnly } from './contentMarks';
import { SecretPatch } from './encodeConnectionPatch';

/**
 * Writes the marks that make an existing Secret a connection; its data stays untouched. Whatever the type shows, only
 * keys that are no secret by their name, and that the type does not hide, are ever shown.
 */
export function encodeAdoption(options: {
  adopt: ConnectionAdopt;
  secret: Secret;
  texts: Readonly<Record<string, string>>;
  type: StoredConnectionType;
  convention: Convention;
  creator: string;
  /** The API server's clock. */
  now: Date;
}): SecretPatch {
  const { adopt, secret, texts, type, convention } = options;
  const names = convention.connectionAnnotations;
  const { key, value } = convention.connectionLabel;
  const spoken = protocolsOfKeys(Object.keys(texts), convention.extraKeys);
  const ids = protocolsOfFields(type.fields).filter(id => spoken.includes(id));
  const before = secret.metadata.annotations ?? {};
  const hidden = new Set([
    ...hiddenKeysOf(before[HIDDEN_KEYS], texts),
    ...defaultHiddenKeys(texts),
    ...writeOnlyKeys(type.fields),
  ]);
  const marks = contentMarks({
    convention,
    protocols: ids,
    texts,
    hidden: [...hidden],
    now: options.now,
  });
  const { [VALUES_CHANGED_AT]: changedAt, ...content } = marks.annotations;
  const annotations = {
    ...setOnly({
      [names.displayName[0]]: adopt.displayName?.trim() || undefined,
      [names.typeName[0]]: type.name,
      [names.protocol]: ids[0],
      [names.creator]: before[names.creator] ?? options.creator,
    }),
    ...content,
  };
  const servingChanges = Object.keys(annotations).some(
    name =>
      name.startsWith('serving.kserve.io/') &&
      (before[name] ?? null) !== annotations[name],
  );
  return {
    body: {
      metadata: {
        resourceVersion: secret.metadata.resourceVersion,
        labels: setOnly({ [key]: value, ...marks.labels }),
        annotations: changedOnly(
          // Pods are stale only where what KServe reads is another than before.
          servingChanges
            ? { ...annotations, [VALUES_CHANGED_AT]: changedAt }
            : annotations,
          before,
        ),
      },
    },
    fieldManager: 'mooring',
  };
}
