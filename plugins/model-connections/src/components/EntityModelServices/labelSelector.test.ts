import { labelSelector } from './labelSelector';

const labels = { app: 'qwen', tier: 'gpu' };

it.each([
  ['app=qwen', true],
  ['app == qwen, tier=gpu', true],
  ['app=qwen,tier=cpu', false],
  ['app!=qwen', false],
  ['other!=x', true],
  ['tier in (cpu, gpu),app', true],
  ['tier notin (cpu)', true],
  ['!app', false],
  ['!other', true],
])('%s', (text, expected) => {
  expect(labelSelector(text)?.(labels)).toBe(expected);
});

it.each(['', 'a=b=c', 'tier in', '=x'])('%j is none', text => {
  expect(labelSelector(text)).toBeUndefined();
});
