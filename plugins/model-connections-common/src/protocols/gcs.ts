import { objectPathProblem } from './objectPathProblem';
import { Protocol, ValueIssue } from './Protocol';

const KEY_FILE = 'gcloud-application-credentials.json';

function keyFileIssue(text: string): string | undefined {
  let key: unknown;
  try {
    key = JSON.parse(text);
  } catch {
    return 'Is not JSON. Choose the key file of a service account.';
  }
  // Other types make Google's library read local files and call URLs.
  return (key as { type?: unknown } | null)?.type === 'service_account'
    ? undefined
    : 'Is not the key of a service account ("type": "service_account").';
}

/**
 * Google Cloud Storage, with the key file of a service account under the name that KServe looks for.
 *
 * @public
 */
export const gcs: Protocol = {
  id: 'gcs',
  title: 'GCS',
  fields: [
    {
      type: 'section',
      name: 'Bucket access',
      description: 'The bucket, and the service account that opens it',
    },
    {
      type: 'file',
      name: 'Service account key',
      description: 'The JSON key file of a service account',
      envVar: KEY_FILE,
      required: true,
      properties: { extensions: ['.json'] },
    },
    {
      type: 'short-text',
      name: 'Bucket',
      description: 'Needed to deploy a model',
      envVar: 'GCS_BUCKET',
      properties: {},
    },
  ],
  destinationKeys: [],
  sendsCredentials: false,
  matches: keys => keys.has(KEY_FILE),
  injects: keys => keys.has(KEY_FILE),
  validate(values) {
    const issues: ValueIssue[] = [];
    const file = values[KEY_FILE];
    const problem = file === undefined ? undefined : keyFileIssue(file);
    if (problem) {
      issues.push({ field: KEY_FILE, message: problem });
    }
    if (values.GCS_BUCKET?.includes('/')) {
      issues.push({
        field: 'GCS_BUCKET',
        message: 'Must be the bucket\'s name alone, without "gs://" and "/".',
      });
    }
    return issues;
  },
  servingAnnotations: () => ({}),
  servingAnnotationKeys: [],
  modelSource: shown =>
    shown.GCS_BUCKET ? { base: `gs://${shown.GCS_BUCKET}` } : {},
  servingProblem: source =>
    source.base
      ? undefined
      : 'No bucket is set; add one to deploy a model from it.',
  pathProblem: objectPathProblem,
  modelUri: (values, path) => `gs://${values.GCS_BUCKET}/${path}`,
};
