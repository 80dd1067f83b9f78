import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { EnvironmentVariable } from './ModelService';
import { hasStaleS3Literals, s3LiteralsOf } from './s3Literals';

/**
 * A pod, as far as it is read here.
 *
 * @public
 */
export interface Pod {
  metadata: KubernetesMetadata & { deletionTimestamp?: string };
  spec?: { initContainers?: { name: string; env?: EnvironmentVariable[] }[] };
}

/** How KServe's own configuration calls what stands in where a Secret says nothing, by variable. */
const DEFAULTS: Readonly<Record<string, string>> = {
  S3_ENDPOINT: 's3Endpoint',
  S3_USE_HTTPS: 's3UseHttps',
  S3_VERIFY_SSL: 's3VerifySSL',
  awsAnonymousCredential: 's3UseAnonymousCredential',
  AWS_DEFAULT_REGION: 's3Region',
  S3_USER_VIRTUAL_BUCKET: 's3UseVirtualBucket',
  S3_USE_ACCELERATE: 's3UseAccelerate',
  AWS_CA_BUNDLE: 's3CABundle',
  AWS_CA_BUNDLE_CONFIGMAP: 's3CABundleConfigMap',
};

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
  const standIns = Object.entries(DEFAULTS)
    .map(([variable, name]) => [variable, defaults?.[name]])
    .filter(([, value]) => value);
  const expected = s3LiteralsOf(metadata.annotations ?? {}, {
    ...Object.fromEntries(standIns),
    ...values,
  });
  return (pod.spec?.initContainers ?? []).some(({ env = [] }) => {
    const { secretKeyRef } = (env.find(
      ({ name }) => name === 'AWS_ACCESS_KEY_ID',
    )?.valueFrom ?? {}) as { secretKeyRef?: { name?: string } };
    const compared = defaults
      ? env
      : env.filter(({ name }) => Object.hasOwn(expected, name));
    return (
      secretKeyRef?.name === metadata.name &&
      hasStaleS3Literals(compared, expected)
    );
  });
}
