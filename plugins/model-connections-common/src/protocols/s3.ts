import { objectPathProblem } from './objectPathProblem';
import { Protocol, ValueIssue } from './Protocol';

const ENDPOINT = 'serving.kserve.io/s3-endpoint';
const USE_HTTPS = 'serving.kserve.io/s3-usehttps';
const REGION = 'serving.kserve.io/s3-region';

function endpointIssue(endpoint: string): string | undefined {
  if (!URL.canParse(endpoint)) {
    return undefined; // the field's own rule says so already
  }
  const url = new URL(endpoint);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'Must start with http:// or https://.';
  }
  if (url.username || url.password) {
    return 'Must not carry a user name or password; use the access key fields.';
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    return 'Must be a scheme, a host and a port only; the bucket has a field of its own.';
  }
  return undefined;
}

/**
 * Amazon S3 and everything that speaks its API. KServe never reads `AWS_S3_ENDPOINT`: endpoint, scheme and region reach
 * the downloader through annotations, and without `s3-usehttps` it assumes https (seen on KServe 0.20).
 *
 * @public
 */
export const s3: Protocol = {
  id: 's3',
  title: 'S3',
  fields: [
    {
      type: 'section',
      name: 'Bucket access',
      description: 'Where the bucket is, and the key that opens it',
    },
    {
      type: 'uri',
      name: 'Endpoint',
      description:
        'With scheme: http:// or https://. Empty means AWS, by region',
      envVar: 'AWS_S3_ENDPOINT',
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Access key',
      envVar: 'AWS_ACCESS_KEY_ID',
      required: true,
      properties: {},
    },
    {
      type: 'hidden',
      name: 'Secret key',
      envVar: 'AWS_SECRET_ACCESS_KEY',
      required: true,
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Region',
      envVar: 'AWS_DEFAULT_REGION',
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Bucket',
      description: 'Needed to deploy a model',
      envVar: 'AWS_S3_BUCKET',
      properties: {},
    },
  ],
  destinationKeys: ['AWS_S3_ENDPOINT'],
  sendsCredentials: false,
  // A Secret without endpoint is S3 at AWS; a type without the field cannot reach any other store.
  matches: keys =>
    keys.has('AWS_ACCESS_KEY_ID') && keys.has('AWS_SECRET_ACCESS_KEY'),
  matchesType: keys => s3.matches(keys) && keys.has('AWS_S3_ENDPOINT'),
  injects: keys => s3.matches(keys),
  validate(values) {
    const issues: ValueIssue[] = [];
    const endpoint = values.AWS_S3_ENDPOINT;
    const problem = endpoint ? endpointIssue(endpoint) : undefined;
    if (problem) {
      issues.push({ field: 'AWS_S3_ENDPOINT', message: problem });
    }
    if (/[\s/]/.test(values.AWS_S3_BUCKET ?? '')) {
      issues.push({
        field: 'AWS_S3_BUCKET',
        message: 'Must be the bucket\'s name alone, without "s3://" and "/".',
      });
    }
    return issues;
  },
  servingAnnotations(values) {
    const annotations: Record<string, string> = {};
    const endpoint = values.AWS_S3_ENDPOINT;
    if (endpoint && URL.canParse(endpoint)) {
      const url = new URL(endpoint);
      annotations[ENDPOINT] = url.host;
      annotations[USE_HTTPS] = url.protocol === 'http:' ? '0' : '1';
    }
    if (values.AWS_DEFAULT_REGION) {
      annotations[REGION] = values.AWS_DEFAULT_REGION;
    }
    return annotations;
  },
  servingAnnotationKeys: [ENDPOINT, USE_HTTPS, REGION],
  modelSource: shown =>
    shown.AWS_S3_BUCKET ? { base: `s3://${shown.AWS_S3_BUCKET}` } : {},
  servingProblem: source =>
    source.base
      ? undefined
      : 'No bucket is set; add one to deploy a model from it.',
  pathProblem: objectPathProblem,
  modelUri: (values, path) => `s3://${values.AWS_S3_BUCKET}/${path}`,
};
