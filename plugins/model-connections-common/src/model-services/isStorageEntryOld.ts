/** The field of an entry in KServe's storage configuration, and the key of an S3 connection that it is made from. */
const FIELDS: readonly [field: string, key: string][] = [
  ['access_key_id', 'AWS_ACCESS_KEY_ID'],
  ['secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['endpoint_url', 'AWS_S3_ENDPOINT'],
  ['region', 'AWS_DEFAULT_REGION'],
  ['bucket', 'AWS_S3_BUCKET'],
];

const withoutSlash = (value: unknown) => String(value ?? '').replace(/\/$/, '');

/**
 * Whether an entry of KServe's storage configuration (`storage-config`), which `storage.key` names, says something else
 * than the S3 connection that it is called after. Fields that it leaves out, and those that others invent, do not count.
 *
 * @param entry - the entry's text, JSON; absent where there is none
 * @param values - the connection's values in their stored form
 * @public
 */
export function isStorageEntryOld(
  entry: string | undefined,
  values: Readonly<Record<string, string>>,
): boolean {
  try {
    const parsed: unknown = JSON.parse(entry ?? '');
    const fields = new Map(Object.entries(parsed as object));
    return FIELDS.some(
      ([field, key]) =>
        fields.has(field) &&
        withoutSlash(fields.get(field)) !== withoutSlash(values[key]),
    );
  } catch {
    return true;
  }
}
