import { ConnectionTypeFormField } from '@mooring/backstage-plugin-model-connections-common';
import {
  canMoveField,
  DraftField,
  moveField,
  moveFieldOnto,
  moveFieldToSection,
  positionOfField,
} from './fieldOrder';

/** Capitals are sections, small letters fields. */
const draft = (letters: string): DraftField[] =>
  [...letters].map(id => ({
    id,
    field: (id === id.toUpperCase()
      ? { type: 'section', name: id }
      : {
          type: 'short-text',
          name: id,
          envVar: id,
        }) as ConnectionTypeFormField,
  }));
const letters = (fields: readonly DraftField[]) =>
  fields.map(({ id }) => id).join('');

describe('the order of fields', () => {
  it.each([
    ['aXbc', 'c', -1, 'aXcb'],
    ['aXbc', 'b', -1, 'abXc'],
    ['aXbc', 'a', 1, 'Xabc'],
    ['aXbYcd', 'X', 1, 'aYcdXb'],
    ['aXbYcd', 'Y', -1, 'aYcdXb'],
  ] as const)('%s: %s by %d gives %s', (from, id, step, to) => {
    expect(canMoveField(draft(from), id, step)).toBe(true);
    expect(letters(moveField(draft(from), id, step))).toBe(to);
  });

  it.each([
    ['ab', 'a', -1],
    ['ab', 'b', 1],
    ['aXb', 'X', -1],
    ['aXb', 'X', 1],
    ['ab', 'z', 1],
  ] as const)('%s: %s cannot go by %d', (from, id, step) => {
    expect(canMoveField(draft(from), id, step)).toBe(false);
    expect(letters(moveField(draft(from), id, step))).toBe(from);
  });

  it.each([
    ['aXbc', 'a', 'c', 'Xbca'],
    ['aXbYc', 'Y', 'b', 'aYcXb'],
    ['aXbYc', 'X', 'c', 'aYcXb'],
    ['aXbYc', 'Y', 'a', 'aYcXb'],
  ])('%s: %s dragged onto %s gives %s', (from, id, onto, to) => {
    expect(letters(moveFieldOnto(draft(from), id, onto))).toBe(to);
  });

  it.each([
    ['aXbYc', 'c', 'X', 'aXbcY'],
    ['aXbYc', 'b', undefined, 'abXYc'],
    ['aXbYc', 'b', 'X', 'aXbYc'],
  ])('%s: %s moved to section %s gives %s', (from, id, section, to) => {
    expect(letters(moveFieldToSection(draft(from), id, section))).toBe(to);
  });

  it('is told within the section', () => {
    expect(positionOfField(draft('aXbcYd'), 'c')).toEqual({
      position: 2,
      total: 2,
      section: 'X',
    });
    expect(positionOfField(draft('aXbcYd'), 'a')).toEqual({
      position: 1,
      total: 1,
      section: undefined,
    });
    expect(positionOfField(draft('aXbcYd'), 'Y')).toEqual({
      position: 2,
      total: 2,
    });
  });
});
