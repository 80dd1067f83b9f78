import {
  Convention,
  ProtocolId,
  s3SettingsAnnotations,
  S3SettingsWrite,
  VALUES_CHANGED_AT,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { changedOnly, contentMarks, Marks } from './contentMarks';

const SERVING = 'serving.kserve.io/';

/** A merge patch on a Secret, and the field manager that writes it. */
export interface SecretPatch {
  body: {
    metadata: { resourceVersion?: string } & Partial<Marks>;
    data?: Record<string, string | null>;
  };
  /** `mooring-display` where nothing changes that a pod could see. */
  fieldManager: 'mooring' | 'mooring-display';
}

/**
 * Writes an edit as a merge patch of what changed, preconditioned on the version that was read; `undefined` when nothing
 * did. What KServe reads is made anew with every edit, so that saving once mends it. A check is no longer valid once a
 * value changes, so it goes in the same patch.
 */
export function encodeConnectionPatch(options: {
  secret: Secret;
  convention: Convention;
  protocols: ProtocolId[];
  displayName?: string;
  description?: string;
  /** The values before, all of them, in their stored form. */
  before: Readonly<Record<string, string>>;
  /** The values after, all of them, in their stored form. */
  after: Readonly<Record<string, string>>;
  /** The keys that are never shown again. */
  hidden: readonly string[];
  /** What is to change of how S3 is read. */
  s3?: S3SettingsWrite;
  /** Whether other certificates are trusted than before; they lie elsewhere. */
  certificatesChange?: boolean;
  /** The API server's clock. */
  now: Date;
}): SecretPatch | undefined {
  const { secret, convention, before, after } = options;
  const names = convention.connectionAnnotations;
  const data = changedData(before, after);
  const valuesChange = Object.keys(data).length > 0;
  const { labels, annotations } = contentMarks({ ...options, texts: after });
  const { [VALUES_CHANGED_AT]: changedAt, ...derived } = annotations;
  const content = {
    ...derived,
    ...s3SettingsAnnotations(options.s3 ?? {}, secret.metadata.name),
  };
  const stored = secret.metadata.annotations;
  const contentChanges =
    valuesChange ||
    options.certificatesChange ||
    Object.keys(changedOnly(content, stored) ?? {}).some(key =>
      key.startsWith(SERVING),
    );
  const patched = {
    labels: changedOnly(labels, secret.metadata.labels),
    annotations: changedOnly(
      {
        ...displayMarks(names.displayName, options.displayName),
        ...displayMarks([names.description], options.description),
        ...content,
        ...(contentChanges
          ? {
              [VALUES_CHANGED_AT]: changedAt,
              [names.checkStatus]: null,
              [names.checkAt]: null,
              [names.checkMessage]: null,
            }
          : {}),
      },
      stored,
    ),
  };
  if (!patched.annotations && !patched.labels && !valuesChange) {
    return undefined;
  }
  return {
    body: {
      metadata: {
        resourceVersion: secret.metadata.resourceVersion,
        ...(patched.labels ? { labels: patched.labels } : {}),
        ...(patched.annotations ? { annotations: patched.annotations } : {}),
      },
      ...(valuesChange ? { data } : {}),
    },
    fieldManager: contentChanges ? 'mooring' : 'mooring-display',
  };
}

/** What differs, as base64; `null` removes a key (`stringData: null` would be accepted and do nothing). */
function changedData(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const set = Object.entries(after)
    .filter(
      ([key, text]) => !Object.hasOwn(before, key) || before[key] !== text,
    )
    .map(([key, text]): [string, string] => [
      key,
      Buffer.from(text).toString('base64'),
    ]);
  const removed = Object.keys(before)
    .filter(key => !Object.hasOwn(after, key))
    .map((key): [string, null] => [key, null]);
  return Object.fromEntries([...set, ...removed]);
}

/** The first of several names takes the text, the others would contradict it; an empty text removes it. */
function displayMarks(
  names: readonly string[],
  text: string | undefined,
): Record<string, string | null> {
  return text === undefined
    ? {}
    : Object.fromEntries(
        names.map((name, index) => [
          name,
          index === 0 ? text.trim() || null : null,
        ]),
      );
}
