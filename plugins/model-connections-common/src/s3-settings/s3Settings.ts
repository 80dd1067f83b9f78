import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { ValueIssue } from '../protocols/Protocol';
import { ProtocolId, S3Settings, S3SettingsWrite } from '../schema/openapi';
import { MAX_SECRET_BYTES } from '../connections/valueSizeIssues';
import { readCaCertificates } from './readCaCertificates';

/** The switches, each with the annotation that KServe reads, the key of the Secret that it reads else, and its texts. */
const SWITCHES = [
  {
    setting: 'verifyTls',
    annotation: 'serving.kserve.io/s3-verifyssl',
    key: 'S3_VERIFY_SSL',
    texts: { true: '1', false: '0' },
    // What kserve-storage takes a text for.
    isOn: (text: string) => !['0', 'false'].includes(text.toLowerCase()),
  },
  {
    setting: 'virtualHostedBuckets',
    annotation: 'serving.kserve.io/s3-usevirtualbucket',
    key: 'S3_USER_VIRTUAL_BUCKET',
    texts: { true: 'true', false: 'false' },
    isOn: (text: string) => text.toLowerCase() === 'true',
  },
  {
    setting: 'anonymous',
    annotation: 'serving.kserve.io/s3-useanoncredential',
    key: 'awsAnonymousCredential',
    texts: { true: 'true', false: 'false' },
    isOn: (text: string) => text.toLowerCase() === 'true',
  },
] as const;

const CA_CONFIG_MAP = 'serving.kserve.io/s3-cabundle-configmap';
/** Where the file is in the pod; KServe mounts the ConfigMap at its folder. */
const CA_FILE = 'serving.kserve.io/s3-cabundle';

/**
 * The key of a ConfigMap under which KServe's storage initializer looks for certificates, unless it is told another file.
 *
 * @public
 */
export const CA_BUNDLE_KEY = 'cabundle.crt';

/**
 * The ConfigMap that holds the CA certificates of one connection.
 *
 * @public
 */
export const caConfigMapName = (connection: string): string =>
  `${connection}-ca`;

/**
 * Where the certificates of a connection lie, by the annotations of its Secret: the ConfigMap and the key in it; `undefined`
 * where none is named.
 *
 * @public
 */
export function caLocationOf(
  annotations: Readonly<Record<string, string>> = {},
): { configMap: string; key: string } | undefined {
  const configMap = annotations[CA_CONFIG_MAP];
  if (!configMap) return undefined;
  const file = annotations[CA_FILE]?.split('/').pop();
  return { configMap, key: file || CA_BUNDLE_KEY };
}

/**
 * The ConfigMap of a connection's own with its certificates; `undefined` where it names none, or somebody else's.
 *
 * @public
 */
export function ownCaConfigMapOf({
  name,
  annotations,
}: Pick<KubernetesMetadata, 'name' | 'annotations'>): string | undefined {
  const configMap = caLocationOf(annotations)?.configMap;
  return configMap === caConfigMapName(name) ? configMap : undefined;
}

/**
 * What the annotations of a Secret say of S3, or else its values do; without the certificates, which lie elsewhere.
 *
 * @param values - those that KServe reads where an annotation is absent, in their stored form
 * @public
 */
export function s3SettingsOf(
  annotations: Readonly<Record<string, string>> = {},
  values: Readonly<Record<string, string>> = {},
): S3Settings {
  const settings: S3Settings = {};
  for (const { setting, annotation, key, isOn } of SWITCHES) {
    const text = annotations[annotation] ?? values[key];
    if (text) settings[setting] = isOn(text);
  }
  const location = caLocationOf(annotations);
  if (location) settings.caConfigMap = location.configMap;
  return settings;
}

/**
 * The annotations that make KServe see these settings; `null` removes one, what is not touched is absent.
 *
 * @param connection - the resource name
 * @public
 */
export function s3SettingsAnnotations(
  settings: S3SettingsWrite,
  connection: string,
): Record<string, string | null> {
  const annotations: Record<string, string | null> = {};
  for (const { setting, annotation, texts } of SWITCHES) {
    const isOn = settings[setting];
    if (isOn !== undefined) {
      annotations[annotation] = isOn ? texts.true : texts.false;
    }
  }
  if (settings.caCertificate !== undefined) {
    annotations[CA_CONFIG_MAP] =
      settings.caCertificate.trim() === '' ? null : caConfigMapName(connection);
    // Our ConfigMap has the one key that is looked for without it.
    annotations[CA_FILE] = null;
  }
  return annotations;
}

/**
 * Whether the settings matter to a connection or type of these protocols: KServe takes one kind of credentials only, the
 * first.
 *
 * @public
 */
export const hasS3Settings = (protocols: readonly ProtocolId[]): boolean =>
  protocols[0] === 's3';

/**
 * The field under which problems with the certificates are named.
 *
 * @public
 */
export const CA_CERTIFICATE_FIELD = 's3.caCertificate';

/**
 * What is wrong with settings that are to be written. Never throws.
 *
 * @public
 */
export function s3SettingsIssues(settings: S3SettingsWrite = {}): ValueIssue[] {
  const { caCertificate = '' } = settings;
  const field = CA_CERTIFICATE_FIELD;
  if (caCertificate.trim() === '') return [];
  if (new TextEncoder().encode(caCertificate).length > MAX_SECRET_BYTES) {
    const message = 'Has more than 1 MiB, which is the most.';
    return [{ field, message, tooLarge: true }];
  }
  const { problem } = readCaCertificates(caCertificate);
  return problem ? [{ field, message: problem }] : [];
}
