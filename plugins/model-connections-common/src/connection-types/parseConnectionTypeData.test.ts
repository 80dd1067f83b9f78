import { protocolsOfFields } from '../protocols/protocols';
import { builtInConnectionTypes } from './builtInConnectionTypes';
import { parseConnectionTypeData } from './parseConnectionTypeData';
import { serialiseConnectionTypeData } from './serialiseConnectionTypeData';

const fields = (...list: unknown[]) => ({
  category: '["Test"]',
  fields: JSON.stringify(list),
});

describe('parseConnectionTypeData', () => {
  it.each(builtInConnectionTypes)(
    'reads $name back as it was written',
    definition => {
      const { categories, fields: written } = definition;
      expect(
        parseConnectionTypeData(serialiseConnectionTypeData(definition)),
      ).toEqual({ categories, fields: written });
    },
  );

  it('finds the protocol of each built-in type', () => {
    expect(
      builtInConnectionTypes.map(type => protocolsOfFields(type.fields)),
    ).toEqual([['s3'], ['oci'], ['uri'], ['gcs'], ['azure'], ['hf']]);
  });

  it.each([
    [{}, /"category" is missing.*"fields" is missing/],
    [{ category: '[]', fields: '[]' }, /"category" is not/],
    [{ category: '["A"]', fields: '{' }, /"fields" is not JSON/],
    [{ category: '["A"]', fields: '{}' }, /"fields" is not a JSON array/],
    [fields(null), /Field 1: /],
    [fields({ type: 'colour', name: 'X', envVar: 'X' }), /Field 1 \("X"\)/],
    [fields({ type: 'uri', name: 'X', envVar: '..x' }), /Secret key/],
    [
      fields(
        { type: 'uri', name: 'One', envVar: 'X' },
        { type: 'text', name: 'Two', envVar: 'X' },
      ),
      /"Two" has the environment variable X, as "One" has/,
    ],
    [
      fields({
        type: 'numeric',
        name: 'X',
        envVar: 'X',
        properties: { min: 3, max: 3, defaultValue: 9 },
      }),
      /minimum.*outside/,
    ],
    [
      fields({
        type: 'dropdown',
        name: 'X',
        envVar: 'X',
        properties: { variant: 'multi', items: [] },
      }),
      /at least one item/,
    ],
    [
      fields({
        type: 'text',
        name: 'X',
        envVar: 'X',
        properties: { defaultReadOnly: true },
      }),
      /read-only and has no default/,
    ],
    [
      fields({
        type: 'file',
        name: 'X',
        envVar: 'X',
        properties: { extensions: ['json'] },
      }),
      /must start with/,
    ],
  ])('says what is wrong in %j', (data, reason) => {
    expect(parseConnectionTypeData(data).invalid).toMatch(reason);
  });

  it('passes no default on that a public object must not hold, and keeps what it does not know', () => {
    expect(
      parseConnectionTypeData(
        fields(
          {
            type: 'hidden',
            name: 'H',
            envVar: 'H',
            properties: { defaultValue: 'planted' },
          },
          {
            type: 'text',
            name: 'T',
            envVar: 'T',
            properties: { deferInput: true, defaultValue: 'planted', extra: 1 },
            future: true,
          },
        ),
      ),
    ).toEqual({
      categories: ['Test'],
      fields: [
        { type: 'hidden', name: 'H', envVar: 'H', properties: {} },
        {
          type: 'text',
          name: 'T',
          envVar: 'T',
          properties: { deferInput: true, extra: 1 },
          future: true,
        },
      ],
    });
  });
});
