import { showsPatch } from './showsPatch';

describe('an object', () => {
  const object = { a: { b: 1, list: ['x'] }, defaulted: 'again' };

  it.each([
    ['all that is set', { a: { b: 1, list: ['x'] } }, true],
    ['less than is set', { a: { b: 1, c: 2 } }, false],
    ['another list', { a: { list: ['x', 'y'] } }, false],
    [
      'all that is set, with a default back',
      { a: { b: 1 }, defaulted: null },
      true,
    ],
    ['nothing of what is taken out', { gone: null, defaulted: null }, true],
    ['all of what is taken out', { defaulted: null }, false],
  ])('that has %s', (_, patch, shown) => {
    expect(showsPatch(object, patch)).toBe(shown);
  });
});
