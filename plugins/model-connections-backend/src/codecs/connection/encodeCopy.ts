import {
  ConnectionCopy,
  Convention,
  HIDDEN_KEYS,
  LOGIN_SECRET_TYPE,
  MODEL_SOURCE,
  s3SettingsAnnotations,
  secretTypeOf,
  VALUES_CHANGED_AT,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { StoredConnectionType } from '../connection-type/connectionTypeCodec';
import { kubernetesTime, setOnly } from './contentMarks';
import { hiddenKeysOfSecret } from './decodeConnection';

/** A Secret for registry logins cannot be without the key; this is one for no registry. */
const NO_LOGIN = {
  '.dockerconfigjson': Buffer.from('{"auths":{}}').toString('base64'),
};

/**
 * Writes a copy of a connection: its data, its type and what belongs to a connection. What other tools wrote on the
 * original (owners, tracking marks, a check) stays there. Where its type has come to hold a registry login, the copy is a
 * Secret for one, which the original can never become; the login is then still to be put in.
 */
export function encodeCopy(options: {
  copy: ConnectionCopy;
  source: Secret;
  type: StoredConnectionType | undefined;
  convention: Convention;
  /** Whether the copy has the certificates in a ConfigMap of its own. */
  hasOwnCertificates: boolean;
  creator: string;
  /** The API server's clock. */
  now: Date;
}): Secret {
  const { copy, source, convention } = options;
  const names = convention.connectionAnnotations;
  const before = source.metadata.annotations ?? {};
  const ours = [
    ...names.displayName,
    names.description,
    ...names.typeName,
    names.protocol,
    MODEL_SOURCE,
    ...Object.keys(convention.completeS3Marks?.annotations ?? {}),
    ...Object.keys(before).filter(key => key.startsWith('serving.kserve.io/')),
  ];
  const labels = [
    convention.connectionLabel.key,
    ...Object.keys(convention.completeS3Marks?.labels ?? {}),
  ];
  const hidden = new Set([
    ...hiddenKeysOfSecret(source),
    ...writeOnlyKeys(options.type?.fields ?? []),
  ]);
  const kept = { ...before };
  if (options.hasOwnCertificates) {
    // What it says of the certificates is said anew.
    const own = s3SettingsAnnotations({ caCertificate: 'PEM' }, copy.name);
    for (const [key, value] of Object.entries(own)) {
      if (value === null) delete kept[key];
      else kept[key] = value;
    }
  }
  const wanted = secretTypeOf(options.type?.fields ?? []);
  // What its type asks for by now; a type without login takes any Secret.
  const isLogin = wanted === LOGIN_SECRET_TYPE;
  const pick = (map: Record<string, string> = {}, keys: string[]) =>
    setOnly(Object.fromEntries(keys.map(key => [key, map[key]])));
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: copy.name,
      namespace: copy.targetNamespace,
      labels: pick(source.metadata.labels, labels),
      annotations: {
        ...pick(kept, ours),
        ...setOnly({
          [names.displayName[0]]: copy.displayName?.trim() || undefined,
        }),
        [names.creator]: options.creator,
        [VALUES_CHANGED_AT]: kubernetesTime(options.now),
        [HIDDEN_KEYS]: JSON.stringify([...hidden]),
      },
    },
    type: isLogin ? wanted : source.type,
    data: isLogin ? { ...NO_LOGIN, ...source.data } : source.data,
  };
}
