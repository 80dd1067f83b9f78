import { compareServices, mergeServices } from './compareServices';

const base = {
  name: 'qwen',
  displayName: 'Qwen',
  minReplicas: 1,
  args: ['--a'],
  resources: { limits: { cpu: '1', memory: '2Gi' } },
};
const theirs = {
  ...base,
  displayName: 'Qwen, theirs',
  minReplicas: 2,
  resources: { limits: { memory: '2Gi', cpu: '1' } },
};
const mine = { ...base, displayName: 'Qwen, mine', args: undefined };

it('tells who changed what, and not what only stands in another order', () => {
  expect(compareServices(base, theirs, mine)).toEqual([
    { part: 'displayName', changedBy: 'both' },
    { part: 'minReplicas', changedBy: 'theirs' },
    { part: 'args', changedBy: 'mine' },
  ]);
});

it('merges what is chosen, removals too', () => {
  const merged = mergeServices(theirs, mine, {
    displayName: 'theirs',
    minReplicas: 'theirs',
    args: 'mine',
  });
  expect(merged).toEqual({ ...theirs, args: undefined });
  expect('args' in merged).toBe(false);
});
