import { ServingChoice } from './ModelService';
import { runtimeNamed, runtimeProblem, supportsFormat } from './servingRuntime';

const runtime: ServingChoice = {
  name: 'triton',
  modelFormats: [
    { name: 'onnx', version: '1' },
    { name: 'onnx', version: '2' },
    { name: 'tensorflow' },
  ],
};

it.each([
  ['onnx', undefined, true],
  ['onnx', '2', true],
  ['onnx', '3', false],
  ['tensorflow', undefined, true],
  ['tensorflow', '1', false],
  ['sklearn', undefined, false],
])('of %s %s: %s', (name, version, expected) => {
  const format = { name, ...(version && { version }) };
  expect(supportsFormat(runtime, format)).toBe(expected);
  expect(runtimeProblem(runtime, format) === undefined).toBe(expected);
});

it('says what the runtime supports instead', () => {
  expect(runtimeProblem(runtime, { name: 'sklearn', version: '1' })).toBe(
    'triton does not support sklearn 1, only onnx 1, onnx 2, tensorflow. Choose another runtime, or leave it to KServe.',
  );
  expect(runtimeProblem({ name: 'none' }, { name: 'sklearn' })).toBe(
    'none does not support sklearn, nor any other. Choose another runtime, or leave it to KServe.',
  );
});

it('takes the runtime of the project before that of the cluster', () => {
  const shared: ServingChoice = { name: 'a', scope: 'cluster' };
  const own: ServingChoice = { name: 'a', scope: 'project' };
  expect(runtimeNamed([shared, own], 'a')).toBe(own);
  expect(runtimeNamed([shared], 'a')).toBe(shared);
  expect(runtimeNamed([shared], 'b')).toBeUndefined();
});
