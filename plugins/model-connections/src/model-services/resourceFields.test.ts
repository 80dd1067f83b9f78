import { isQuantity } from './resourceFields';

it.each([
  '',
  '0',
  '2',
  '1.5',
  '.5',
  '5.',
  '+1',
  '500m',
  '100n',
  '7u',
  '4k',
  '24Gi',
  '0.5Gi',
  '1E',
  '1E3',
  '1e3',
  '1e-3',
  '12e+2',
])('"%s" is an amount', text => {
  expect(isQuantity(text)).toBe(true);
});

it.each(['.', 'Gi', '1 Gi', '1gb', '1K', '1mi', '1e', '1e1.5', '-1', '2GiB'])(
  '"%s" is none',
  text => {
    expect(isQuantity(text)).toBe(false);
  },
);
