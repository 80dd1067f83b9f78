import fc from 'fast-check';
import {
  compareConnectionTypes,
  ConnectionTypeSide,
  EditableConnectionType,
  mergeConnectionTypes,
} from './compareConnectionTypes';
import { ConnectionTypeFormField } from './connectionTypeFieldSchema';

const field = (envVar: string, name = envVar): ConnectionTypeFormField => ({
  type: 'short-text',
  name,
  envVar,
  properties: {},
});
const section = (name: string): ConnectionTypeFormField => ({
  type: 'section',
  name,
});
const type = (
  fields: ConnectionTypeFormField[],
  overrides: Partial<EditableConnectionType> = {},
): EditableConnectionType => ({
  displayName: 'S3',
  categories: ['Object storage'],
  enabled: true,
  fields,
  ...overrides,
});

const anyType: fc.Arbitrary<EditableConnectionType> = fc.record({
  displayName: fc.constantFrom('A', 'B'),
  description: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  categories: fc.constantFrom(['C'], ['D']),
  enabled: fc.boolean(),
  fields: fc
    .uniqueArray(fc.constantFrom(...'ABCDEFG'), { maxLength: 7 })
    .chain(keys =>
      fc.tuple(
        ...keys.map(key =>
          key < 'C'
            ? fc.constant(section('S'))
            : fc.constantFrom(field(key), field(key, `${key} renamed`)),
        ),
      ),
    ),
});

const choose = (
  base: EditableConnectionType,
  theirs: EditableConnectionType,
  mine: EditableConnectionType,
  side: ConnectionTypeSide,
) =>
  Object.fromEntries(
    compareConnectionTypes(base, theirs, mine).map(({ key }) => [key, side]),
  );

describe('two versions of a type', () => {
  it('differ in nothing when they are alike, and say who changed what when not', () => {
    const base = type([section('One'), field('A'), field('B')]);
    const theirs = type([section('One'), field('A', 'Theirs'), field('B')], {
      description: 'new',
    });
    const mine = type(
      [section('One'), field('A', 'Mine'), field('B'), field('C')],
      { enabled: false },
    );
    expect(compareConnectionTypes(base, mine, mine)).toEqual([]);
    expect(
      compareConnectionTypes(base, theirs, mine).map(
        ({ key, changedBy }) => `${key} ${changedBy}`,
      ),
    ).toEqual([
      'description theirs',
      'enabled mine',
      'field:A both',
      'field:C mine',
    ]);
  });

  it('differ in order only where they moved what both have', () => {
    const base = type([field('A'), field('B'), field('C')]);
    const moved = type([field('C'), field('A'), field('B')]);
    expect(
      compareConnectionTypes(base, moved, type([field('A'), field('C')])).map(
        ({ key, changedBy }) => `${key} ${changedBy}`,
      ),
    ).toEqual(['field:B mine', 'order theirs']);
  });

  it('become one of them when only that one is chosen', () => {
    fc.assert(
      fc.property(anyType, anyType, anyType, (base, theirs, mine) => {
        for (const [side, expected] of [
          ['theirs', theirs],
          ['mine', mine],
        ] as const) {
          expect(
            mergeConnectionTypes(
              theirs,
              mine,
              choose(base, theirs, mine, side),
            ),
          ).toEqual(expected);
        }
      }),
    );
  });

  it('keep what each side added, where it stood', () => {
    const theirs = type([field('A'), field('T'), field('T2'), field('B')]);
    const mine = type([field('M'), field('A'), field('B', 'Renamed')]);
    expect(
      mergeConnectionTypes(theirs, mine, {
        'field:T': 'theirs',
        'field:T2': 'theirs',
      }).fields.map(({ name }) => name),
    ).toEqual(['M', 'A', 'T', 'T2', 'Renamed']);
  });
});
