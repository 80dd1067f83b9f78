import { deploymentModeOf } from './deploymentModeOf';
import { InferenceService } from './InferenceService';
import { restartsPods } from './restartsPods';

const COUNTS = { spec: { predictor: { minReplicas: 2, maxReplicas: null } } };

describe('restartsPods', () => {
  it.each<[object | undefined, boolean]>([
    [undefined, false],
    [COUNTS, false],
    [{ metadata: { annotations: { a: null } } }, true],
    [{ metadata: { labels: { a: 'b' } } }, true],
    [{ spec: { predictor: { minReplicas: 2, model: {} } } }, true],
    [{ spec: { transformer: {} } }, true],
  ])('%j: %s', (patch, expected) => {
    expect(restartsPods(patch, 'Standard')).toBe(expected);
  });

  it.each<[string, { mode?: string }, InferenceService['status'], boolean]>([
    ['says so', { mode: 'RawDeployment' }, undefined, false],
    ['is said to be', {}, { deploymentMode: 'Standard' }, false],
    ['is on Knative', {}, { deploymentMode: 'Serverless' }, true],
    [
      'moves to Knative',
      { mode: 'Knative' },
      { deploymentMode: 'Standard' },
      true,
    ],
    ['is not known', {}, undefined, true],
  ])(
    'with another number of pods, where a service %s',
    (_, { mode }, status, expected) => {
      const key = 'serving.kserve.io/deploymentMode';
      const service: InferenceService = {
        metadata: { name: 'a', annotations: mode ? { [key]: mode } : {} },
        spec: { predictor: {} },
        status,
      };
      expect(restartsPods(COUNTS, deploymentModeOf(service))).toBe(expected);
    },
  );
});
