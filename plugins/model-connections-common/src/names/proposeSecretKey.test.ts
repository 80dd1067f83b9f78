import fc from 'fast-check';
import { proposeSecretKey } from './proposeSecretKey';
import { isSecretKey } from './secretKey';

describe('proposeSecretKey', () => {
  it.each([
    ['Access key', 'ACCESS_KEY'],
    ['  Region - EU ', 'REGION_EU'],
    ['Größe (GB)', 'GROSSE_GB'],
    ['.dockerconfig.json', 'DOCKERCONFIG.JSON'],
    ['模型', ''],
  ])('proposes for %j the key %j', (name, key) => {
    expect(proposeSecretKey(name)).toBe(key);
  });

  it('proposes nothing that a Secret would refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const key = proposeSecretKey(name);
        expect(key === '' || isSecretKey(key)).toBe(true);
      }),
    );
  });
});
