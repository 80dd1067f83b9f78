import { modelServiceStateOf } from './modelServiceStateOf';

it.each([
  [{ ready: true }, 'ready'],
  [{ ready: false }, 'starting'],
  [{ ready: false, reason: 'MinimumReplicasUnavailable' }, 'starting'],
  [{ ready: false, reason: 'ModelLoadFailed', message: 'no' }, 'failed'],
  [{ ready: false, reason: 'FailedCreate' }, 'failed'],
  [{ ready: false, stopped: true }, 'stopped'],
])('%j is %s', (status, state) => {
  expect(modelServiceStateOf(status)).toBe(state);
});
