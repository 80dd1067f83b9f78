import { isStorageEntryOld } from './isStorageEntryOld';

const values = {
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_S3_ENDPOINT: 'http://minio:9000',
  AWS_S3_BUCKET: 'models',
};
const entry = {
  type: 's3',
  access_key_id: 'id',
  secret_access_key: 'secret',
  endpoint_url: 'http://minio:9000/',
  region: '',
  verify_ssl: '0',
};

it.each([
  ['the same', entry, false],
  ['less', { type: 's3', access_key_id: 'id' }, false],
  ['another secret', { ...entry, secret_access_key: 'old' }, true],
  ['another bucket', { ...entry, bucket: 'old' }, true],
  ['a region that the connection has no more', { ...entry, region: 'r' }, true],
])('isStorageEntryOld: an entry with %s', (_, json, expected) => {
  expect(isStorageEntryOld(JSON.stringify(json), values)).toBe(expected);
});

it.each([undefined, '{', 'null'])('takes %s for old', text => {
  expect(isStorageEntryOld(text, values)).toBe(true);
});
