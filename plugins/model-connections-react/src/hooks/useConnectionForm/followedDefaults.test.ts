import { ConnectionTypeFormField } from '@mooring/backstage-plugin-model-connections-common';
import { followedDefaults } from './followedDefaults';

const text = (envVar: string, defaultValue?: string) =>
  ({
    type: 'short-text',
    name: envVar,
    envVar,
    properties: { defaultValue },
  } as ConnectionTypeFormField);

it('follows defaults until something is typed, and drops what no longer fits', () => {
  const before = [
    text('FOLLOWS', 'old'),
    text('TYPED', 'old'),
    text('CLEARED', 'old'),
    text('LATER'),
    text('RETYPED'),
    text('GONE'),
  ];
  const after: ConnectionTypeFormField[] = [
    text('FOLLOWS', 'new'),
    text('TYPED', 'new'),
    text('CLEARED', 'new'),
    text('LATER', 'now'),
    {
      type: 'numeric',
      name: 'n',
      envVar: 'RETYPED',
      properties: { defaultValue: 1 },
    },
    text('ADDED', 'first'),
  ];
  expect(
    followedDefaults(before, after, {
      FOLLOWS: 'old',
      TYPED: 'mine',
      RETYPED: 'words',
      GONE: 'x',
    }),
  ).toEqual({
    FOLLOWS: 'new',
    TYPED: 'mine',
    LATER: 'now',
    RETYPED: 1,
    ADDED: 'first',
  });
});
