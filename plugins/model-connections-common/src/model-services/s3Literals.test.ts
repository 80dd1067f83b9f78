import { hasStaleS3Literals, s3LiteralsOf } from './s3Literals';

const environmentOf = (literals: Record<string, string>) => [
  { name: 'AWS_ACCESS_KEY_ID' },
  ...Object.entries(literals).map(([name, value]) => ({ name, value })),
];

describe('the S3 settings of a pod', () => {
  const annotations = {
    'serving.kserve.io/s3-endpoint': 'minio.example:9000',
    'serving.kserve.io/s3-usehttps': '0',
    'serving.kserve.io/s3-region': 'us-east-1',
  };
  const literals = s3LiteralsOf(annotations, {});

  it('are current when nothing that reaches it has changed', () => {
    expect(hasStaleS3Literals(environmentOf(literals), literals)).toBe(false);
    expect(
      hasStaleS3Literals(
        [...environmentOf(literals), { name: 'OTHER', value: 'x' }],
        s3LiteralsOf(annotations, { AWS_S3_ENDPOINT: 'http://new.example' }),
      ),
    ).toBe(false);
  });

  it.each([
    ['another endpoint', { 'serving.kserve.io/s3-endpoint': 'other' }],
    ['another scheme', { 'serving.kserve.io/s3-usehttps': '1' }],
    ['another region', { 'serving.kserve.io/s3-region': 'eu-west-1' }],
    ['a CA', { 'serving.kserve.io/s3-cabundle-configmap': 'ca' }],
    ['no region', { 'serving.kserve.io/s3-region': '' }],
  ])('are stale with %s', (_title, change) => {
    expect(
      hasStaleS3Literals(
        environmentOf(literals),
        s3LiteralsOf({ ...annotations, ...change }, {}),
      ),
    ).toBe(true);
  });

  it('are stale when the endpoint is gone', () => {
    expect(hasStaleS3Literals(environmentOf(literals), {})).toBe(true);
  });
});
