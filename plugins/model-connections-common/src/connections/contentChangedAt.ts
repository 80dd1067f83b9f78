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

const newest = (times: (string | undefined)[]): string | undefined =>
  times
    .filter(
      (time): time is string =>
        time !== undefined && !Number.isNaN(Date.parse(time)),
    )
    .reduce<string | undefined>(
      (last, time) =>
        last !== undefined && Date.parse(last) >= Date.parse(time)
          ? last
          : time,
      undefined,
    );

/** The last write of somebody else to data or to a `serving.kserve.io/*` annotation; `undefined` where none is known. */
function foreignChangeAt(metadata: KubernetesMetadata): string | undefined {
  return newest(
    (metadata.managedFields ?? [])
      .filter(
        entry =>
          !entry.manager?.startsWith('mooring') && ownsContent(entry.fieldsV1),
      )
      .map(entry => entry.time),
  );
}

/**
 * Whether what we noted of the content (`mooring.dev/model-source`) is older than the last write of somebody else to it.
 *
 * @public
 */
export function isContentNoteOutdated(metadata: KubernetesMetadata): boolean {
  const foreign = foreignChangeAt(metadata);
  const noted = metadata.annotations?.[VALUES_CHANGED_AT];
  return (
    foreign !== undefined &&
    !(noted !== undefined && Date.parse(noted) >= Date.parse(foreign))
  );
}

/**
 * When a value, or what KServe reads of it, last changed (ISO 8601): the newest of the creation, our own
 * `values-changed-at`, and the writes of managers that are not ours to data or to a `serving.kserve.io/*` annotation.
 *
 * @public
 */
export function contentChangedAt(metadata: KubernetesMetadata): string {
  return (
    newest([
      metadata.creationTimestamp,
      metadata.annotations?.[VALUES_CHANGED_AT],
      foreignChangeAt(metadata),
    ]) ?? new Date(0).toISOString()
  );
}
