import { completeDefault, withItem, withoutItem } from './dropdownItems';

const items = [
  { label: 'Small', value: 's' },
  { label: 'Large', value: 'l' },
];

describe('the items of a dropdown', () => {
  it('keeps an item the default while its value is typed anew', () => {
    let state: Parameters<typeof withItem>[3] = ['l', 's'];
    let now = items;
    for (const value of ['', 'x', 'xl']) {
      const next = withItem(now, 1, { label: 'Large', value }, state);
      now = next.items!;
      state = next.defaultValue;
    }
    expect(state).toEqual(['xl', 's']);
    // Nothing of it is left to be the default, until it is typed again.
    const { defaultValue } = withItem(now, 1, { label: '', value: '' }, state);
    expect(completeDefault(defaultValue)).toEqual(['s']);
  });

  it('leaves the default alone when another item has the value for a while', () => {
    expect(
      withItem(
        [...items, { label: 'Late', value: 'l' }],
        2,
        { label: 'Late', value: 'late' },
        ['l'],
      ).defaultValue,
    ).toEqual(['l']);
  });

  it('drops a removed item from the default, and the default with the last', () => {
    expect(withoutItem(items, 1, ['l', 's']).defaultValue).toEqual(['s']);
    expect(withoutItem(items, 1, ['l']).defaultValue).toBeUndefined();
    expect(withoutItem(items, 1, ['s']).defaultValue).toEqual(['s']);
  });
});
