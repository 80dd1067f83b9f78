import {
  Convention,
  HIDDEN_KEYS,
  MODEL_SOURCE,
  modelSourceOf,
  protocolOf,
  ProtocolId,
  VALUES_CHANGED_AT,
} from '@mooring/backstage-plugin-model-connections-common';
import { withoutKeys } from './withoutKeys';

/** Labels and annotations of a Secret; `null` removes one where it is a patch. */
export interface Marks {
  labels: Record<string, string | null>;
  annotations: Record<string, string | null>;
}

/** An instant as Kubernetes writes it: whole seconds. */
export const kubernetesTime = (time: Date) =>
  time.toISOString().replace(/\.\d{3}Z$/, 'Z');

const S3_KEYS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_S3_ENDPOINT',
  'AWS_S3_BUCKET',
];

/**
 * The labels and annotations that follow from the values, complete: what no longer holds is `null`. Location and endpoint
 * come from values that may be shown, since annotations are not secret.
 */
export function contentMarks(options: {
  convention: Convention;
  /** The protocols that the connection serves from, the first one before all. */
  protocols: ProtocolId[];
  /** All values after the write, in their stored form. */
  texts: Readonly<Record<string, string>>;
  /** The keys that are never shown again. */
  hidden: readonly string[];
  /** The API server's clock. */
  now: Date;
}): Marks {
  const { convention, protocols, texts, hidden } = options;
  const shown = withoutKeys(texts, hidden);
  const protocol = protocolOf(protocols[0]);
  const source = modelSourceOf(protocols, shown, convention.habits);
  const serving = protocol?.servingAnnotations(shown) ?? {};
  const complete =
    protocol?.id === 's3' && S3_KEYS.every(key => texts[key] !== undefined);
  const dashboard = (marks: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(marks).map(([key, value]) => [
        key,
        complete ? value : null,
      ]),
    );
  return {
    labels: dashboard(convention.completeS3Marks?.labels),
    annotations: {
      ...dashboard(convention.completeS3Marks?.annotations),
      [VALUES_CHANGED_AT]: kubernetesTime(options.now),
      [MODEL_SOURCE]: source ? JSON.stringify(source) : null,
      [HIDDEN_KEYS]: JSON.stringify(hidden),
      ...Object.fromEntries(
        (protocol?.servingAnnotationKeys ?? []).map(key => [
          key,
          serving[key] ?? null,
        ]),
      ),
    },
  };
}

/** Only what is set, for an object that is new. */
export function setOnly(
  marks: Record<string, string | null | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(marks).filter(
      (entry): entry is [string, string] =>
        entry[1] !== null && entry[1] !== undefined,
    ),
  );
}

/** Only what differs from what is there, for a patch; `undefined` when nothing does. */
export function changedOnly(
  marks: Record<string, string | null>,
  before: Readonly<Record<string, string>> = {},
): Record<string, string | null> | undefined {
  const changed = Object.entries(marks).filter(
    ([key, value]) => (before[key] ?? null) !== value,
  );
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
