import fc from 'fast-check';
import { proposeResourceName, resourceNameProblem } from './resourceName';

describe('resource names', () => {
  it.each([
    ['MinIO models', 'minio-models'],
    ['  Größe & Co. (2026) ', 'gro-e-co-2026'],
    ['模型', ''],
    ['a'.repeat(80), 'a'.repeat(63)],
  ])('proposes for %j the name %j', (displayName, name) => {
    expect(proposeResourceName(displayName)).toBe(name);
  });

  it('proposes nothing that Kubernetes would refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), displayName => {
        const name = proposeResourceName(displayName);
        expect(name === '' || resourceNameProblem(name) === undefined).toBe(
          true,
        );
      }),
    );
  });

  it.each(['', 'Upper', '-a', 'a-', 'a..b', 'a_b', 'a'.repeat(254)])(
    'refuses %j with a reason',
    name => {
      expect(resourceNameProblem(name)).toEqual(expect.any(String));
    },
  );

  it.each(['a', 'a.b-c', '0', 'a'.repeat(253)])('takes %j', name => {
    expect(resourceNameProblem(name)).toBeUndefined();
  });
});
