import { s3SettingsOf } from '../s3-settings/s3Settings';

type Texts = Readonly<Record<string, string>>;

/** The field of an entry in KServe's storage configuration, and the key of an S3 connection that it is made from. */
const FIELDS: readonly [field: string, key: string][] = [
  ['access_key_id', 'AWS_ACCESS_KEY_ID'],
  ['secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['endpoint_url', 'AWS_S3_ENDPOINT'],
  ['region', 'AWS_DEFAULT_REGION'],
  ['bucket', 'AWS_S3_BUCKET'],
];

/** The field of an entry, and the annotation of the connection's Secret that says the same. */
const SETTINGS: readonly [field: string, annotation: string][] = [
  ['verify_ssl', 'serving.kserve.io/s3-verifyssl'],
  ['anonymous', 'serving.kserve.io/s3-useanoncredential'],
  ['cabundle_configmap', 'serving.kserve.io/s3-cabundle-configmap'],
];

const withoutSlash = (value: unknown) => String(value ?? '').replace(/\/$/, '');

/**
 * Whether an entry of KServe's storage configuration (`storage-config`), which `storage.key` names, says something else
 * than the S3 connection that it is called after. Fields that it leaves out, and those that others invent, do not count.
 *
 * @param entry - the entry's text, JSON; absent where there is none
 * @param values - the connection's values in their stored form
 * @param annotations - of the connection's Secret; what they leave open is not compared
 * @public
 */
export function isStorageEntryOld(
  entry: string | undefined,
  values: Texts,
  annotations: Texts = {},
): boolean {
  try {
    const parsed: unknown = JSON.parse(entry ?? '');
    const fields = new Map(Object.entries(parsed as object));
    const settings = s3SettingsOf(
      Object.fromEntries(
        SETTINGS.filter(
          ([field, annotation]) =>
            fields.has(field) && annotations[annotation] !== undefined,
        ).map(([field, annotation]) => [annotation, String(fields.get(field))]),
      ),
    );
    const wanted = new Map(Object.entries(s3SettingsOf(annotations)));
    return (
      FIELDS.some(
        ([field, key]) =>
          fields.has(field) &&
          withoutSlash(fields.get(field)) !== withoutSlash(values[key]),
      ) ||
      Object.entries(settings).some(([key, value]) => wanted.get(key) !== value)
    );
  } catch {
    return true;
  }
}
