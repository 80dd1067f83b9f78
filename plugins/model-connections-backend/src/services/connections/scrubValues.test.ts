import { scrubValues } from './scrubValues';

describe('scrubValues', () => {
  it.each([
    ['as it was sent', 'denied: key s3cr3t-key is weak'],
    ['as it is stored', 'denied: data is czNjcjN0LWtleQ=='],
  ])('cuts a value out %s', (_, message) => {
    const scrubbed = scrubValues(message, ['s3cr3t-key', '']);
    expect(scrubbed).toMatch(/^denied: .*•••/);
    expect(scrubbed).not.toMatch(/s3cr3t|czNj/);
  });

  it('cuts out quoted and single lines of a value of several', () => {
    expect(
      scrubValues('bad "line-one\\nline-two" at line-two', [
        'line-one\nline-two',
      ]),
    ).toBe('bad "•••" at •••');
  });

  it('drops a message around a value too short to cut', () => {
    expect(scrubValues('the key abc is weak', ['abc'])).not.toContain('abc');
  });

  it.each([
    'cannot restore struct from: map[data:map[A:!]] in "{\\"data\\":{\\"A\\":\\"eA==\\"}}"',
    'annotations: {"kubectl.kubernetes.io/last-applied-configuration":"…"}',
  ])('drops a message that repeats an object: %s', message => {
    expect(scrubValues(message, [])).toMatch(/is not shown/);
  });

  it('keeps a message that holds no value', () => {
    expect(scrubValues('metadata.name: too long', ['other', 'xyz'])).toBe(
      'metadata.name: too long',
    );
  });
});
