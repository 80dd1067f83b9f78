import fc from 'fast-check';
import { builtInConnectionTypes } from './builtInConnectionTypes';
import {
  ConnectionTypeFormField,
  connectionTypeFieldSchema,
} from './connectionTypeFieldSchema';
import { parseConnectionTypeData } from './parseConnectionTypeData';
import { serialiseConnectionTypeData } from './serialiseConnectionTypeData';
import { splitJsonArray } from './splitJsonArray';
import { validateConnectionType } from './validateConnectionType';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const optional = { requiredKeys: ['type', 'name'] as ('type' | 'name')[] };
/** What JSON can hold: it knows no -0. */
const unknown = fc.dictionary(
  fc.stringMatching(/^x[a-z]{1,5}$/),
  fc.json().map(json => JSON.parse(json)),
);

/** Fields of every type, with keys that we do not know, and environment variables that differ. */
const fieldArbitrary = fc
  .tuple(
    fc.oneof(
      fc.record(
        { type: fc.constant('section'), name: text, description: text },
        optional,
      ),
      fc.record(
        {
          type: fc.constantFrom('short-text', 'text'),
          name: text,
          description: text,
          required: fc.constant(true),
          properties: fc.record(
            { defaultValue: text, defaultReadOnly: fc.constant(false) },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['type', 'name', 'properties'] },
      ),
      fc.record({
        type: fc.constantFrom('hidden', 'file'),
        name: text,
        properties: fc.record({ deferInput: fc.boolean() }),
      }),
      fc.record({
        type: fc.constant('boolean'),
        name: text,
        properties: fc.record(
          { defaultValue: fc.boolean(), label: text },
          { requiredKeys: [] },
        ),
      }),
      fc.record({
        type: fc.constant('numeric'),
        name: text,
        properties: fc.record({
          min: fc.integer({ max: 0 }),
          max: fc.integer({ min: 1 }),
          defaultValue: fc.constant(0),
        }),
      }),
      fc.record({
        type: fc.constant('dropdown'),
        name: text,
        properties: fc.record({
          variant: fc.constantFrom('single', 'multi'),
          items: fc
            .uniqueArray(text, { minLength: 1, maxLength: 4 })
            .map(values => values.map(value => ({ label: value, value }))),
        }),
      }),
    ),
    unknown,
  )
  .map(([field, more]): Record<string, unknown> => ({ ...more, ...field }));

const fieldsArbitrary = fc
  .array(fieldArbitrary, { maxLength: 6 })
  .map(fields =>
    fields.map((field, index) =>
      connectionTypeFieldSchema.parse(
        field.type === 'section' ? field : { ...field, envVar: `KEY_${index}` },
      ),
    ),
  );

describe('the written form of a type', () => {
  it('is what parsing gives back', () => {
    fc.assert(
      fc.property(
        fieldsArbitrary,
        fc.array(text, { minLength: 1 }),
        (fields, categories) => {
          const data = serialiseConnectionTypeData({ categories, fields });
          const parsed = parseConnectionTypeData(data);
          expect(parsed).toEqual({ categories, fields });
          expect(serialiseConnectionTypeData(parsed)).toEqual(data);
        },
      ),
    );
  });

  it('keeps what was not edited byte for byte, however it was written', () => {
    fc.assert(
      fc.property(
        fieldsArbitrary,
        fc.constantFrom(0, 1, 3, '\t'),
        fc.nat(),
        (fields, indent, pick) => {
          const previous = {
            category: ' [ "One" ,\n"Two"]',
            fields: JSON.stringify(fields, undefined, indent),
          };
          const { categories, fields: read } =
            parseConnectionTypeData(previous);
          expect(
            serialiseConnectionTypeData({ categories, fields: read }, previous),
          ).toEqual(previous);
          if (fields.length < 2) return;
          const edited = pick % fields.length;
          const after = read.map((field, index) =>
            index === edited ? { ...field, name: `${field.name} new` } : field,
          );
          const written = serialiseConnectionTypeData(
            { categories, fields: after },
            previous,
          );
          const texts = splitJsonArray(written.fields)!.map(e => e.text);
          const before = splitJsonArray(previous.fields)!.map(e => e.text);
          expect(JSON.parse(texts[edited]).name).toBe(after[edited].name);
          texts.splice(edited, 1);
          before.splice(edited, 1);
          expect(texts).toEqual(before);
        },
      ),
    );
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        fc.oneof(
          fc.string(),
          fc.json(),
          fieldsArbitrary.map(f => JSON.stringify(f)),
        ),
        (category, fields) => {
          const parsed = parseConnectionTypeData({ category, fields });
          expect(Array.isArray(parsed.fields)).toBe(true);
        },
      ),
    );
  });
});

describe('validateConnectionType', () => {
  const type = {
    name: 'ct-test',
    displayName: 'Test',
    categories: ['Test'],
    fields: [] as ConnectionTypeFormField[],
  };

  it.each(builtInConnectionTypes)('takes $name', definition => {
    expect(validateConnectionType(definition).issues).toEqual([]);
  });

  it.each([
    [{ name: 'test' }, ['name']],
    [{ name: `ct-${'a'.repeat(251)}` }, ['name']],
    [{ displayName: ' ' }, ['displayName']],
    [
      {
        fields: [
          {
            type: 'section',
            name: 'Deep',
            more: JSON.parse('['.repeat(9000) + ']'.repeat(9000)),
          },
        ],
      },
      ['fields.0'],
    ],
    [
      { fields: Array.from({ length: 201 }, () => ({ type: 'section' })) },
      ['fields'],
    ],
    [
      { fields: [{ type: 'text', name: 'A', envVar: '__proto__' }] },
      ['fields.0.envVar'],
    ],
    [{ categories: [] }, ['categories']],
    [{ categories: ['A', ''] }, ['categories']],
    [
      { fields: [{ type: 'text', name: '' }] },
      ['fields.0.envVar', 'fields.0.name'],
    ],
    [
      { fields: [{ type: 'text', name: 'A', envVar: 'a b' }] },
      ['fields.0.envVar'],
    ],
    [
      {
        fields: [
          { type: 'section', name: 'S' },
          {
            type: 'hidden',
            name: 'H',
            envVar: 'H',
            properties: { defaultValue: 'x' },
          },
          { type: 'colour', name: 'C' },
          {
            type: 'uri',
            name: 'U',
            envVar: 'H',
            properties: { defaultValue: 'x' },
          },
        ],
      },
      [
        'fields.1.properties.defaultValue',
        'fields.2.type',
        'fields.3.envVar',
        'fields.3.properties.defaultValue',
      ],
    ],
  ])('names what is wrong (%#)', (wrong, fields) => {
    const { issues } = validateConnectionType({
      ...type,
      ...(wrong as object),
    });
    expect(issues.map(issue => issue.field).sort()).toEqual(fields);
  });
});
