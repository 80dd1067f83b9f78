import { KubernetesMetadata } from './KubernetesMetadata';

/**
 * The names of a Secret's data keys as its managedFields tell them, since a metadata-only list holds no data.
 * `undefined` when they do not tell (somebody cleared them): the one Secret has to be read then.
 *
 * @public
 */
export function dataKeys(metadata: KubernetesMetadata): string[] | undefined {
  const entries = (metadata.managedFields ?? [])
    .map(entry => entry.fieldsV1?.['f:data'])
    .filter((data): data is Record<string, unknown> => data !== undefined);
  if (entries.length === 0) {
    return undefined;
  }
  const keys = new Set(
    entries.flatMap(data =>
      Object.keys(data)
        .filter(key => key.startsWith('f:'))
        .map(key => key.slice('f:'.length)),
    ),
  );
  return [...keys].sort();
}
