import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { EnvironmentVariable } from './ModelService';

/**
 * A pod, as far as it is read here.
 *
 * @public
 */
export interface Pod {
  metadata: KubernetesMetadata & { deletionTimestamp?: string };
  spec?: { initContainers?: { name: string; env?: EnvironmentVariable[] }[] };
}

/** The variable that KServe makes of each setting, with the annotation that it comes from and KServe's own default. */
const SETTINGS: readonly [
  variable: string,
  annotation: string,
  byDefault: string,
][] = [
  ['S3_VERIFY_SSL', 's3-verifyssl', 's3VerifySSL'],
  [
    'awsAnonymousCredential',
    's3-useanoncredential',
    's3UseAnonymousCredential',
  ],
  ['AWS_DEFAULT_REGION', 's3-region', 's3Region'],
  ['S3_USER_VIRTUAL_BUCKET', 's3-usevirtualbucket', 's3UseVirtualBucket'],
  ['S3_USE_ACCELERATE', 's3-useaccelerate', 's3UseAccelerate'],
  ['AWS_CA_BUNDLE', 's3-cabundle', 's3CABundle'],
  ['AWS_CA_BUNDLE_CONFIGMAP', 's3-cabundle-configmap', 's3CABundleConfigMap'],
];

/**
 * The S3 settings that KServe writes into a pod as plain values when it is admitted, by variable; an empty one is not
 * written. As in `BuildS3EnvVars` of KServe 0.20: annotations of the Secret before its keys before KServe's own defaults.
 */
function s3Literals(
  annotations: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>,
): Record<string, string> {
  const setting = (variable: string, annotation: string, byDefault: string) =>
    annotations[`serving.kserve.io/${annotation}`] ??
    values[variable] ??
    defaults[byDefault] ??
    '';
  const literals = Object.fromEntries(
    SETTINGS.map(names => [names[0], setting(...names)]),
  );
  const endpoint = setting('S3_ENDPOINT', 's3-endpoint', 's3Endpoint').trim();
  const scheme = /^https?:\/\//i.exec(endpoint)?.[0].toLowerCase();
  const useHttps = scheme
    ? { 'https://': '1', 'http://': '0' }[scheme]!
    : setting('S3_USE_HTTPS', 's3-usehttps', 's3UseHttps');
  const url = `${useHttps === '0' ? 'http' : 'https'}://${endpoint}`;
  return {
    ...literals,
    S3_ENDPOINT: scheme ? endpoint.slice(scheme.length) : endpoint,
    S3_USE_HTTPS: endpoint && useHttps,
    AWS_ENDPOINT_URL: scheme ? endpoint : endpoint && url,
  };
}

/**
 * Whether a pod that takes its S3 credentials from a Secret was admitted with other settings than that gives now. A changed
 * annotation reaches no running pod.
 *
 * @param secret - the Secret with its values in their stored form
 * @param defaults - KServe's own S3 settings; where they are not known, what the Secret leaves open is not compared
 * @public
 */
export function hasOldLiterals(
  pod: Pod,
  secret: {
    metadata: KubernetesMetadata;
    values: Readonly<Record<string, string>>;
  },
  defaults: Readonly<Record<string, string>> | undefined,
): boolean {
  const { metadata, values } = secret;
  const literals = s3Literals(
    metadata.annotations ?? {},
    values,
    defaults ?? {},
  );
  return (pod.spec?.initContainers ?? []).some(({ env = [] }) => {
    const variables = new Map(env.map(entry => [entry.name, entry]));
    const { secretKeyRef } = (variables.get('AWS_ACCESS_KEY_ID')?.valueFrom ??
      {}) as { secretKeyRef?: { name?: string } };
    return (
      secretKeyRef?.name === metadata.name &&
      Object.entries(literals).some(([name, expected]) => {
        const present = variables.get(name)?.value ?? '';
        return (
          present !== expected && (expected !== '' || defaults !== undefined)
        );
      })
    );
  });
}
