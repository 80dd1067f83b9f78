import {
  Convention,
  ProtocolId,
} from '@mooring/backstage-plugin-model-connections-common';
import { Secret } from '../../kubernetes/KubernetesObject';
import { changedOnly, contentMarks, Marks } from './contentMarks';

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
 * did. A check is no longer valid once a value changes, so it goes in the same patch.
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
  /** The API server's clock. */
  now: Date;
}): SecretPatch | undefined {
  const { secret, convention, before, after } = options;
  const names = convention.connectionAnnotations;
  const data = Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter(key => before[key] !== after[key])
      .map(key => [
        key,
        // `data: null` removes a key; `stringData: null` is accepted and does nothing.
        after[key] === undefined
          ? null
          : Buffer.from(after[key]).toString('base64'),
      ]),
  );
  const valuesChange = Object.keys(data).length > 0;
  const content = valuesChange
    ? contentMarks({ ...options, texts: after })
    : { labels: {}, annotations: {} };
  const checks = valuesChange
    ? {
        [names.checkStatus]: null,
        [names.checkAt]: null,
        [names.checkMessage]: null,
      }
    : {};
  const annotations = changedOnly(
    {
      ...displayMarks(names.displayName, options.displayName),
      ...displayMarks([names.description], options.description),
      ...content.annotations,
      ...checks,
    },
    secret.metadata.annotations,
  );
  const labels = changedOnly(content.labels, secret.metadata.labels);
  if (!annotations && !labels && !valuesChange) {
    return undefined;
  }
  return {
    body: {
      metadata: {
        resourceVersion: secret.metadata.resourceVersion,
        ...(labels ? { labels } : {}),
        ...(annotations ? { annotations } : {}),
      },
      ...(valuesChange ? { data } : {}),
    },
    fieldManager: valuesChange ? 'mooring' : 'mooring-display',
  };
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
