type Texts = Readonly<Record<string, string>>;

/** Variables that KServe fills with one text, by the annotation or else the key of the Secret that it takes it from. */
const PLAIN: readonly { variable: string; annotation: string; key: string }[] =
  [
    ['S3_VERIFY_SSL', 'verifyssl', 'S3_VERIFY_SSL'],
    ['awsAnonymousCredential', 'useanoncredential', 'awsAnonymousCredential'],
    ['AWS_DEFAULT_REGION', 'region', 'AWS_DEFAULT_REGION'],
    // The vendor's own spelling.
    ['S3_USER_VIRTUAL_BUCKET', 'usevirtualbucket', 'S3_USER_VIRTUAL_BUCKET'],
    ['S3_USE_ACCELERATE', 'useaccelerate', 'S3_USE_ACCELERATE'],
    ['AWS_CA_BUNDLE', 'cabundle', 'AWS_CA_BUNDLE'],
    [
      'AWS_CA_BUNDLE_CONFIGMAP',
      'cabundle-configmap',
      'AWS_CA_BUNDLE_CONFIGMAP',
    ],
  ].map(([variable, annotation, key]) => ({ variable, annotation, key }));

const ENDPOINT = ['S3_ENDPOINT', 'S3_USE_HTTPS', 'AWS_ENDPOINT_URL'];

/**
 * What KServe writes into a pod, as it is, from an S3 Secret: all but the keys. It is fixed when the pod is made. Settings
 * of the cluster that stand in for what a Secret does not say are not in it.
 *
 * @param annotations - of the Secret
 * @param values - of the Secret
 * @see https://github.com/kserve/kserve/blob/v0.20.0/pkg/credentials/s3
 * @public
 */
export function s3LiteralsOf(
  annotations: Texts,
  values: Texts,
): Record<string, string> {
  const find = (annotation: string, key: string): string =>
    annotations[`serving.kserve.io/s3-${annotation}`] ?? values[key] ?? '';
  const literals = Object.fromEntries(
    PLAIN.map(({ variable, annotation, key }) => [
      variable,
      find(annotation, key),
    ]),
  );
  const endpoint = find('endpoint', 'S3_ENDPOINT').trim();
  if (endpoint !== '') {
    const scheme = /^https?:\/\//i.exec(endpoint)?.[0];
    const asked = find('usehttps', 'S3_USE_HTTPS');
    const told = scheme?.toLowerCase() === 'http://' ? '0' : '1';
    literals.S3_USE_HTTPS = scheme ? told : asked;
    literals.S3_ENDPOINT = endpoint.slice(scheme?.length ?? 0);
    literals.AWS_ENDPOINT_URL = scheme
      ? endpoint
      : `${asked === '0' ? 'http' : 'https'}://${endpoint}`;
  }
  return Object.fromEntries(
    Object.entries(literals).filter(([, value]) => value !== ''),
  );
}

/**
 * Whether a pod was made with other S3 settings than its connection gives now.
 *
 * @param environment - the variables of its storage initializer, in Kubernetes' own shape
 * @param expected - see {@link s3LiteralsOf}
 * @public
 */
export function hasStaleS3Literals(
  environment: readonly { name: string; value?: string }[],
  expected: Texts,
): boolean {
  const actual = new Map(environment.map(({ name, value }) => [name, value]));
  return [...ENDPOINT, ...PLAIN.map(({ variable }) => variable)].some(
    variable => (actual.get(variable) ?? '') !== (expected[variable] ?? ''),
  );
}
