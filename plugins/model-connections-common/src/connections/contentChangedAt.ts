import { KubernetesMetadata } from './KubernetesMetadata';
import { VALUES_CHANGED_AT } from './annotations';

function ownsContent(fields: Record<string, unknown> | undefined): boolean {
  if (!fields) return false;
  if ('f:data' in fields) return true;
  const metadata = fields['f:metadata'] as
    | { 'f:annotations'?: Record<string, unknown> }
    | undefined;
  return Object.keys(metadata?.['f:annotations'] ?? {}).some(key =>
    key.startsWith('f:serving.kserve.io/'),
  );
}

/**
 * When a value, or what KServe reads of it, last changed (ISO 8601): the newest of the creation, our own
 * `values-changed-at`, and the writes of managers that are not ours to data or to a `serving.kserve.io/*` annotation.
 *
 * @public
 */
export function contentChangedAt(metadata: KubernetesMetadata): string {
  const times = [
    metadata.creationTimestamp,
    metadata.annotations?.[VALUES_CHANGED_AT],
    ...(metadata.managedFields ?? [])
      .filter(
        entry =>
          !entry.manager?.startsWith('mooring') && ownsContent(entry.fieldsV1),
      )
      .map(entry => entry.time),
  ].filter(
    (time): time is string =>
      time !== undefined && !Number.isNaN(Date.parse(time)),
  );
  return times.reduce(
    (newest, time) => (Date.parse(time) > Date.parse(newest) ? time : newest),
    times[0] ?? new Date(0).toISOString(),
  );
}
