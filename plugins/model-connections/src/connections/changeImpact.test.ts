import { storedConnectionFixture } from '../__testUtils__/fixtures';
import { changeImpact } from './changeImpact';

const s3 = storedConnectionFixture();
const uri = storedConnectionFixture({
  protocol: 'uri',
  values: { URI: { value: 'https://a.example/m' }, headers: { isSet: true } },
});
const oci = storedConnectionFixture({
  protocol: 'oci',
  values: {
    OCI_HOST: { value: 'https://registry.example/' },
    '.dockerconfigjson': { isSet: true },
  },
});

it.each([
  ['names', s3, { displayName: 'x', description: '' }, undefined],
  ['credentials', s3, { values: { AWS_SECRET_ACCESS_KEY: 'x' } }, 'restart'],
  ['the endpoint', s3, { values: { AWS_S3_ENDPOINT: 'http://b' } }, 'restart'],
  ['the bucket', s3, { values: { AWS_S3_BUCKET: 'b' } }, 'redeploy'],
  ['no bucket any more', s3, { remove: ['AWS_S3_BUCKET'] }, 'redeploy'],
  ['the URI', uri, { values: { URI: 'https://b.example/m' } }, 'redeploy'],
  ['the login', uri, { remove: ['headers'] }, 'restart'],
  ['the registry', oci, { values: { OCI_HOST: 'other' } }, 'redeploy'],
  [
    'only its spelling',
    oci,
    { values: { OCI_HOST: 'registry.example' } },
    'restart',
  ],
])('a change of %s', (_what, connection, edits, expected) => {
  expect(changeImpact(connection, edits)).toBe(expected);
});
