import { alauda } from '../conventions/alauda';
import { oci } from '../protocols/oci';
import { s3 } from '../protocols/s3';
import { uri } from '../protocols/uri';
import { contentChangedAt } from './contentChangedAt';
import { dataKeys } from './dataKeys';
import { lastWriteOf } from './lastWriteOf';
import { managedBy } from './managedBy';
import { hiddenKeysOf, mayShowValue } from './mayShowValue';
import { modelSourceOf, parseModelSource, servableOf } from './modelSource';

const metadata = {
  name: 'minio-models',
  creationTimestamp: '2026-11-21T09:00:00Z',
};

describe('the facts that metadata alone tells', () => {
  it('takes the newest of our own time and of other managers that own content', () => {
    const at = (manager: string, time: string, fieldsV1: object) => ({
      manager,
      time,
      fieldsV1: fieldsV1 as Record<string, unknown>,
    });
    const serving = {
      'f:metadata': {
        'f:annotations': { 'f:serving.kserve.io/s3-endpoint': {} },
      },
    };
    expect(contentChangedAt(metadata)).toBe('2026-11-21T09:00:00Z');
    expect(
      contentChangedAt({
        ...metadata,
        annotations: {
          'mooring.dev/values-changed-at': '2026-11-21T10:00:00Z',
        },
        managedFields: [
          at('mooring', '2026-11-21T14:00:00Z', { 'f:data': {} }),
          at('mooring-check', '2026-11-21T15:00:00Z', {}),
          at('kubectl', '2026-11-21T11:00:00Z', { 'f:data': {} }),
          at('argocd', '2026-11-21T12:00:00Z', serving),
          at('kubectl-label', '2026-11-21T13:00:00Z', {
            'f:metadata': { 'f:labels': { 'f:a': {} } },
          }),
        ],
      }),
    ).toBe('2026-11-21T12:00:00Z');
  });

  it('knows the names of the keys, or that nobody knows them', () => {
    expect(dataKeys(metadata)).toBeUndefined();
    expect(
      dataKeys({
        ...metadata,
        managedFields: [
          { fieldsV1: { 'f:data': { '.': {}, 'f:URI': {} } } },
          { fieldsV1: { 'f:data': { 'f:headers': {} } } },
        ],
      }),
    ).toEqual(['URI', 'headers']);
  });

  it.each([
    [
      {
        ownerReferences: [
          { kind: 'ExternalSecret', name: 'x', controller: true },
        ],
      },
      { kind: 'ExternalSecret', name: 'x' },
    ],
    [
      { annotations: { 'meta.helm.sh/release-name': 'shop' } },
      { kind: 'Helm release', name: 'shop' },
    ],
    [
      { annotations: { 'argocd.argoproj.io/tracking-id': 'apps:/Secret:a/b' } },
      { kind: 'Argo CD application', name: 'apps' },
    ],
    [{ labels: { 'app.kubernetes.io/instance': 'shop' } }, undefined],
    [{ ownerReferences: [{ kind: 'Pod', name: 'x' }] }, undefined],
  ])('%j is managed by %j', (marks, owner) => {
    expect(managedBy({ ...metadata, ...marks })).toEqual(owner);
  });

  it('shows a value only when the type, every protocol and the connection itself allow it', () => {
    const field = { type: 'text', name: 'X', envVar: 'X' } as const;
    const secret = { ...field, envVar: 'AWS_SECRET_ACCESS_KEY' };
    expect(mayShowValue('X', field, [])).toBe(true);
    expect(mayShowValue('X', field, ['X'])).toBe(false);
    expect(mayShowValue('X', undefined, [])).toBe(false);
    expect(mayShowValue('X', { ...field, type: 'hidden' }, [])).toBe(false);
    expect(mayShowValue(secret.envVar, secret, [])).toBe(false);
    const texts = {
      X: 'x',
      AWS_S3_BUCKET: 'models',
      AWS_SECRET_ACCESS_KEY: 's',
      URI: 'https://me:secret@example.com',
    };
    expect(hiddenKeysOf(undefined, texts)).toEqual([
      'X',
      'AWS_SECRET_ACCESS_KEY',
      'URI',
    ]);
    expect(hiddenKeysOf('["X"]', texts)).toEqual(['X']);
    expect(hiddenKeysOf('X', texts)).toEqual(Object.keys(texts));
  });

  it('tells lists what can be served, and never the address of a model', () => {
    const source = modelSourceOf(
      ['s3'],
      { AWS_S3_BUCKET: 'models' },
      alauda.habits,
    );
    expect(source).toEqual({ protocols: ['s3'], base: 's3://models' });
    expect(servableOf('s3', source)).toEqual({ ok: true });
    expect(servableOf('s3', modelSourceOf(['s3'], {}, alauda.habits))).toEqual({
      ok: false,
      reason: expect.stringMatching(/bucket/),
    });
    expect(servableOf('s3', undefined)).toBeUndefined();
    expect(
      modelSourceOf(
        ['oci'],
        {
          OCI_HOST: 'https://r.example.com/team/',
          ACCESS_TYPE: '["Push"]',
        },
        alauda.habits,
      ),
    ).toEqual({
      protocols: ['oci'],
      base: 'oci://r.example.com/team',
      pull: false,
    });
    expect(
      servableOf('oci', { protocols: ['oci'], base: 'oci://r', pull: false }),
    ).toEqual({ ok: false, reason: expect.stringMatching(/Pull/) });
    expect(
      modelSourceOf(['uri'], { URI: 'https://x/?token=y' }, alauda.habits),
    ).toBeUndefined();
    expect(servableOf('uri', undefined)).toEqual({ ok: true });
    expect(servableOf(undefined, undefined)?.ok).toBe(false);
    expect(
      parseModelSource('{"protocols":["s3","new"],"base":"s3://m"}'),
    ).toEqual({
      protocols: ['s3'],
      base: 's3://m',
    });
    expect(parseModelSource('{')).toBeUndefined();
  });

  it('gives KServe host, scheme and region as annotations', () => {
    const prefix = 'serving.kserve.io/s3';
    expect(
      s3.servingAnnotations({
        AWS_S3_ENDPOINT: 'http://minio.minio.svc:9000/',
        AWS_DEFAULT_REGION: 'us-east-1',
      }),
    ).toEqual({
      [`${prefix}-endpoint`]: 'minio.minio.svc:9000',
      [`${prefix}-usehttps`]: '0',
      [`${prefix}-region`]: 'us-east-1',
    });
    expect(
      s3.servingAnnotations({ AWS_S3_ENDPOINT: 'https://s3.example.com' }),
    ).toEqual({
      [`${prefix}-endpoint`]: 's3.example.com',
      [`${prefix}-usehttps`]: '1',
    });
    expect(oci.servingAnnotations({})).toEqual({});
    expect(uri.servingAnnotations({ URI: 'https://x' })).toEqual({});
  });
});

describe('lastWriteOf', () => {
  const entry = (
    manager: string,
    time: string | undefined,
    fields: object,
  ) => ({
    manager,
    time,
    fieldsV1: { ...fields },
  });
  it('is the newest write of a value or an annotation, other than that of a check', () => {
    const data = { 'f:data': {} };
    const annotated = { 'f:metadata': { 'f:annotations': {} } };
    const managedFields = [
      entry('mooring', '2026-01-01T00:00:00Z', data),
      entry('kubectl-edit', '2026-01-02T00:00:00Z', annotated),
      entry('mooring-check', '2026-01-03T00:00:00Z', annotated),
      entry('labeller', '2026-01-04T00:00:00Z', {
        'f:metadata': { 'f:labels': {} },
      }),
      entry('apply', undefined, data),
    ];
    expect(lastWriteOf({ name: 'a', managedFields })).toEqual({
      manager: 'kubectl-edit',
      at: '2026-01-02T00:00:00Z',
    });
    expect(lastWriteOf({ name: 'a', managedFields: [{}] })).toBeUndefined();
    expect(lastWriteOf({ name: 'a' })).toBeUndefined();
  });
});
