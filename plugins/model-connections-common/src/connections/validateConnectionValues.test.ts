import fc from 'fast-check';
import { ConnectionTypeFormField } from '../connection-types/connectionTypeFieldSchema';
import { oci } from '../protocols/oci';
import { s3 } from '../protocols/s3';
import { uri } from '../protocols/uri';
import { isValueField } from '../connection-types/connectionTypeFieldSchema';
import { readStoredValue } from './readStoredValue';
import { validateConnectionValues } from './validateConnectionValues';

const minio = {
  AWS_S3_ENDPOINT: 'http://minio.minio.svc:9000',
  AWS_ACCESS_KEY_ID: 'mooring-ro',
  AWS_SECRET_ACCESS_KEY: 's3cr3t',
};

describe('validateConnectionValues', () => {
  it('stores what an S3 connection needs and leaves empty optional values out', () => {
    expect(
      validateConnectionValues(s3.fields, {
        ...minio,
        AWS_DEFAULT_REGION: '',
        AWS_S3_BUCKET: '  models ',
      }),
    ).toEqual({
      issues: [],
      stored: { ...minio, AWS_S3_BUCKET: 'models' },
      emptied: ['AWS_DEFAULT_REGION'],
    });
  });

  it('names every field that is wrong at once, and no value', () => {
    const { issues } = validateConnectionValues(s3.fields, {
      AWS_S3_ENDPOINT: 'minio:9000/x y',
      AWS_ACCESS_KEY_ID: '   ',
      AWS_SECRET_ACCESS_KEY: 7,
      AWS_S3_BUCKET: 's3://models',
      SOMETHING: 'planted-value',
    });
    expect(issues.map(issue => issue.field).sort()).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_S3_BUCKET',
      'AWS_S3_ENDPOINT',
      'AWS_SECRET_ACCESS_KEY',
      'SOMETHING',
    ]);
    expect(JSON.stringify(issues)).not.toContain('planted-value');
  });

  it.each([
    ['ftp://minio', /http/],
    ['http://a b', /absolute URI/],
    ['http://key:secret@minio:9000', /user name/],
    ['https://minio:9000/models', /bucket/],
    ['https://minio:9000?x=1', /bucket/],
  ])('refuses the S3 endpoint %s', (endpoint, message) => {
    const { issues } = validateConnectionValues(s3.fields, {
      ...minio,
      AWS_S3_ENDPOINT: endpoint,
    });
    expect(issues).toEqual([
      { field: 'AWS_S3_ENDPOINT', message: expect.stringMatching(message) },
    ]);
  });

  it('checks a registry login and host', () => {
    const login = '{"auths":{"registry.example.com":{"auth":"eDp5"}}}';
    expect(
      validateConnectionValues(oci.fields, {
        ACCESS_TYPE: ['Pull', 'Push'],
        '.dockerconfigjson': login,
        OCI_HOST: 'https://registry.example.com/team/',
      }),
    ).toMatchObject({
      issues: [],
      stored: {
        ACCESS_TYPE: '["Pull","Push"]',
        '.dockerconfigjson': login,
        OCI_HOST: 'https://registry.example.com/team/',
      },
    });
    const { issues } = validateConnectionValues(oci.fields, {
      ACCESS_TYPE: ['Pull', 'Own'],
      '.dockerconfigjson': '{"auth":{}}',
      OCI_HOST: 'registry.example.com?x',
    });
    expect(issues.map(issue => issue.field)).toEqual([
      'ACCESS_TYPE',
      '.dockerconfigjson',
      'OCI_HOST',
    ]);
  });

  it('checks host and headers of an address behind a login', () => {
    const { issues } = validateConnectionValues(uri.fields, {
      URI: 'https://models.example.com/a.onnx',
      'https-host': 'models.example.com:8443',
      headers: '{"Authorization":1}',
    });
    expect(issues.map(issue => issue.field)).toEqual(['https-host', 'headers']);
  });

  it('takes every kind of field, in its stored form', () => {
    const fields: ConnectionTypeFormField[] = [
      { type: 'numeric', name: 'N', envVar: 'N', properties: { min: 0 } },
      { type: 'boolean', name: 'B', envVar: 'B', required: true },
      { type: 'text', name: 'T', envVar: 'T' },
      {
        type: 'dropdown',
        name: 'D',
        envVar: 'D',
        properties: {
          variant: 'single',
          items: [{ label: 'One', value: '1' }],
        },
      },
      {
        type: 'short-text',
        name: 'Fixed',
        envVar: 'FIXED',
        properties: { defaultValue: 'ours', defaultReadOnly: true },
      },
    ];
    expect(
      validateConnectionValues(fields, {
        N: 0,
        T: ' kept as typed\n',
        D: ['1'],
        FIXED: 'theirs',
      }).stored,
    ).toEqual({
      N: '0',
      B: 'false',
      T: ' kept as typed\n',
      D: '1',
      FIXED: 'ours',
    });
    expect(
      validateConnectionValues(fields, { N: -1, B: 'yes', D: '2' }).issues.map(
        issue => issue.field,
      ),
    ).toEqual(['N', 'B', 'D']);
  });

  it('refuses a file over 1 MiB by its field, and too much together as "values"', () => {
    const file = (name: string): ConnectionTypeFormField => ({
      type: 'file',
      name,
      envVar: name,
    });
    const mebibyte = 'x'.repeat(1_048_576);
    const issuesOf = (values: Record<string, string>) =>
      validateConnectionValues([file('A'), file('B')], values).issues;
    expect(issuesOf({ A: mebibyte })).toEqual([]);
    expect(issuesOf({ A: `${mebibyte}x` })).toEqual([
      { field: 'A', message: expect.any(String), tooLarge: true },
    ]);
    expect(issuesOf({ A: mebibyte, B: 'x' })).toEqual([
      { field: 'values', message: expect.any(String), tooLarge: true },
    ]);
  });

  it('never throws, and reads back every number as it was given', () => {
    const fields = [...s3.fields, ...oci.fields, ...uri.fields];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.array(fc.string()),
    );
    const keys = fields.filter(isValueField).map(field => field.envVar);
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value),
        values => {
          const { stored } = validateConnectionValues(fields, values);
          return Object.values(stored).every(text => typeof text === 'string');
        },
      ),
    );
    const field = { type: 'numeric', name: 'N', envVar: 'N' } as const;
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), n => {
        const { N } = validateConnectionValues([field], { N: n }).stored;
        expect(N).toMatch(/^-?\d+(\.\d+)?$/);
        expect(readStoredValue(field, N)).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});
