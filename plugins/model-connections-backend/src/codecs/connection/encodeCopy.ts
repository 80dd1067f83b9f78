import {
  ConnectionCopy,
  Convention,
  HIDDEN_KEYS,
  MODEL_SOURCE,
  VALUES_CHANGED_AT,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { StoredConnectionType } from '../connection-type/connectionTypeCodec';
import { kubernetesTime, setOnly } from './contentMarks';
import { hiddenKeysOfSecret } from './decodeConnection';

/**
 * Writes a copy of a connection: its data, its type and what belongs to a connection. What other tools wrote on the
 * original (owners, tracking marks, a check) stays there.
 */
export function encodeCopy(options: {
  copy: ConnectionCopy;
  source: Secret;
  type: StoredConnectionType | undefined;
  convention: Convention;
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
        ...pick(before, ours),
        ...setOnly({
          [names.displayName[0]]: copy.displayName?.trim() || undefined,
        }),
        [names.creator]: options.creator,
        [VALUES_CHANGED_AT]: kubernetesTime(options.now),
        [HIDDEN_KEYS]: JSON.stringify([...hidden]),
      },
    },
    type: source.type,
    data: source.data,
  };
}
