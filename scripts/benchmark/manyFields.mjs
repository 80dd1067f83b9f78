const KINDS = [
  () => ({ type: 'short-text', properties: { defaultValue: 'a value' } }),
  () => ({ type: 'text', properties: {} }),
  () => ({ type: 'hidden', properties: {} }),
  () => ({
    type: 'uri',
    properties: { defaultValue: 'https://example.com/path' },
  }),
  () => ({
    type: 'boolean',
    properties: { defaultValue: true, label: 'Switched on' },
  }),
  () => ({
    type: 'numeric',
    properties: { defaultValue: 5, min: 0, max: 9, unit: 'times' },
  }),
  () => ({
    type: 'dropdown',
    properties: {
      variant: 'single',
      items: ['One', 'Two', 'Three'].map(value => ({ label: value, value })),
    },
  }),
  () => ({
    type: 'dropdown',
    properties: {
      defaultValue: ['One'],
      variant: 'multi',
      items: ['One', 'Two', 'Three'].map(value => ({ label: value, value })),
    },
  }),
  () => ({ type: 'file', properties: { extensions: ['.pem'] } }),
];
const SECTION_EVERY = 20;

/**
 * Fields of all kinds in turn; every twentieth is a section, which counts as one as well.
 *
 * @param {number} count
 * @returns {object[]}
 */
export const manyFields = count =>
  Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return index % SECTION_EVERY === 0
      ? { type: 'section', name: `Section at ${number}` }
      : {
          name: `Field ${number}`,
          description: `What field ${number} is for`,
          envVar: `FIELD_${number}`,
          ...(number % 3 === 0 && { required: true }),
          ...KINDS[index % KINDS.length](),
        };
  });
