import fc from 'fast-check';
import { protocols } from '../protocols/protocols';
import {
  modelServiceNameProblem,
  proposeModelServiceName,
} from './modelServiceName';
import {
  modelPathOf,
  modelUriProblem,
  parsePersistentVolumeClaimUri,
  persistentVolumeClaimUri,
} from './modelUri';

describe('the location of a model', () => {
  it.each([
    's3://models/llm/qwen',
    'gs://models/a',
    'hf://owner/model:main',
    'oci://registry.example:5000/team/model:1',
    'https://example.com/model.joblib?sig=x',
    'http://models.team-a.svc:8080/model.joblib',
    'https://account.blob.core.windows.net/models/llm/',
    'pvc://claim',
    'pvc://claim/llm/qwen',
  ])('%s is taken', uri => {
    expect(modelUriProblem(uri)).toBeUndefined();
  });

  it.each([
    '',
    'model',
    'ftp://models/a',
    'http://example.com/',
    '__proto__://a',
    'constructor',
    'S3://models/a',
    's3://',
    's3:///a',
    's3://models',
    's3://models/',
    's3://models//a',
    's3://models/../a',
    's3://mo dels/a',
    'gs://models/a?b',
    'hf://model',
    'hf://a/b/c',
    'oci://registry.example',
    'oci:///model',
    'oci://me@registry.example/model',
    'https://',
    'https://example.com',
    'https://example.com/',
    'https://example.com/folder/',
    'https://example.com/a/../b',
    'https://example.com/a#b',
    'https://me:secret@example.com/a',
    'https://account.blob.core.windows.net/models',
    'pvc://',
    'pvc:///a',
    'pvc://Claim/a',
    'pvc://claim/../a',
    'pvc://claim//a',
  ])('%s is refused with a reason', uri => {
    expect(modelUriProblem(uri)).toEqual(expect.any(String));
  });

  it('is taken whenever a protocol made it of a path that it takes', () => {
    const values = {
      AWS_S3_BUCKET: 'models',
      GCS_BUCKET: 'models',
      OCI_HOST: 'https://r.example/team/',
      AZURE_ACCOUNT_NAME: 'acme',
      AZURE_CONTAINER: 'models',
    };
    const path = fc
      .array(fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/), {
        minLength: 1,
        maxLength: 4,
      })
      .map(parts => parts.join('/'));
    fc.assert(
      fc.property(fc.constantFrom(...protocols), path, (protocol, text) => {
        fc.pre(
          protocol.id !== 'uri' && protocol.pathProblem(text) === undefined,
        );
        const uri = protocol.modelUri(values, text);
        expect([uri, modelUriProblem(uri)]).toEqual([uri, undefined]);
        const base = protocol.modelSource(values, {
          pullsWithoutAccessType: true,
        })?.base;
        expect(modelPathOf(uri, base)).toBe(text);
      }),
    );
  });

  it.each([
    ['s3://models/llm/qwen', undefined, 'llm/qwen'],
    ['s3://old/llm/qwen', 's3://new', 'llm/qwen'],
    ['oci://r.example/team/qwen:1', undefined, 'team/qwen:1'],
    ['oci://old.example/team/qwen:1', 'oci://new.example/team', 'qwen:1'],
    ['hf://owner/model', undefined, 'owner/model'],
    ['hf://owner/model', 'hf://', 'owner/model'],
    [
      'https://old.blob.core.windows.net/models/llm/a',
      'https://new.blob.core.windows.net/models',
      'llm/a',
    ],
    ['https://acme.blob.core.windows.net/models/a', undefined, 'a'],
    ['s3://models2/a', 's3://models', 'a'],
    ['s3://models/a', 'gs://models/deep', 'a'],
    ['s3://models', undefined, undefined],
    ['model', undefined, undefined],
  ])('%s beneath %s has the path %s', (uri, base, path) => {
    expect(modelPathOf(uri, base)).toBe(path);
  });

  it('in a volume claim is read as it is written', () => {
    for (const location of [{ claim: 'a' }, { claim: 'a', path: 'b/c' }]) {
      const uri = persistentVolumeClaimUri(location.claim, location.path);
      expect(parsePersistentVolumeClaimUri(uri)).toEqual(location);
    }
    expect(parsePersistentVolumeClaimUri('s3://a/b')).toBeUndefined();
  });

  it('never makes anything throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc
            .tuple(
              fc.constantFrom('s3://', 'oci://', 'https://', 'pvc://'),
              fc.string(),
            )
            .map(parts => parts.join('')),
        ),
        fc.option(fc.string(), { nil: undefined }),
        (uri, base) => {
          expect(() => modelUriProblem(uri)).not.toThrow();
          expect(() => modelPathOf(uri, base)).not.toThrow();
        },
      ),
    );
  });
});

describe('the name of a model service', () => {
  it.each(['a', 'qwen-2', 'a'.repeat(46)])('%s is taken', name => {
    expect(modelServiceNameProblem(name, 'team-a')).toBeUndefined();
  });

  it.each(['', '2qwen', 'a.b', 'Qwen', 'qwen-', '-a', 'a_b', 'a'.repeat(47)])(
    '%s is refused with a reason',
    name => {
      expect(modelServiceNameProblem(name, 'team-a')).toEqual(
        expect.any(String),
      );
    },
  );

  it('leaves no room in a project with a long name', () => {
    expect(modelServiceNameProblem('a', 'n'.repeat(51))).toBeUndefined();
    expect(modelServiceNameProblem('a', 'n'.repeat(52))).toMatch(
      /No model service can be deployed/,
    );
  });

  it.each([
    ['Qwen 2.5 chat', 'team-a', 'qwen-2-5-chat'],
    ['7B chat model', 'team-a', 'b-chat-model'],
    ['2026', 'team-a', ''],
    ['abc def', 'n'.repeat(48), 'abc'],
  ])('is proposed for %j in %s as %j', (displayName, namespace, name) => {
    expect(proposeModelServiceName(displayName, namespace)).toBe(name);
  });

  it('is proposed as it is taken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 60 }),
        (displayName, length) => {
          const namespace = 'n'.repeat(length);
          const name = proposeModelServiceName(displayName, namespace);
          expect(
            name === '' ||
              modelServiceNameProblem(name, namespace) === undefined,
          ).toBe(true);
        },
      ),
    );
  });
});
