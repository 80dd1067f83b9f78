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

it.each([
  ['0', undefined, false],
  ['0', '0', false],
  ['false', '0', false],
  ['0', '1', true],
])(
  'an entry with verify_ssl %s beside an annotation %s',
  (entrySays, says, expected) => {
    const annotations: Record<string, string> =
      says === undefined ? {} : { 'serving.kserve.io/s3-verifyssl': says };
    const text = JSON.stringify({ ...entry, verify_ssl: entrySays });
    expect(isStorageEntryOld(text, values, annotations)).toBe(expected);
  },
);
