import { ServingChoice } from '@mooring/backstage-plugin-model-connections-common';
import { autoRuntimeOf, isShadowed, runtimesFor } from './runtimes';

const shared: ServingChoice = {
  name: 'triton',
  scope: 'cluster',
  modelFormats: [
    { name: 'onnx', version: '1', autoSelect: true },
    { name: 'onnx', version: '2' },
  ],
};
const other: ServingChoice = { ...shared, name: 'other' };
const own: ServingChoice = { ...shared, scope: 'project' };

it('finds those that support a format, with its version', () => {
  expect(runtimesFor([shared], { name: 'onnx', version: '2' })).toEqual([
    shared,
  ]);
  expect(runtimesFor([shared], { name: 'onnx', version: '3' })).toEqual([]);
});

it('foresees what KServe chooses only where there is no doubt', () => {
  const onnx = { name: 'onnx' };
  expect(autoRuntimeOf([shared], onnx)).toBe(shared);
  expect(autoRuntimeOf([shared, other], onnx)).toBeUndefined();
  expect(autoRuntimeOf([shared, other, own], onnx)).toBe(own);
  expect(
    autoRuntimeOf([shared], { name: 'onnx', version: '2' }),
  ).toBeUndefined();
});

it('tells which one cannot be reached by its name', () => {
  const all = [shared, other, own];
  expect(all.map(runtime => isShadowed(runtime, all))).toEqual([
    true,
    false,
    false,
  ]);
});
