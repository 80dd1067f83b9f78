import {
  ModelService,
  modelServiceStateOf,
} from '@mooring/backstage-plugin-model-connections-common';

/** Whether pods for the last change of a service are on their way, or fail, while those from before still answer. */
export function rolloutStateOf({
  status,
  progress,
}: Pick<ModelService, 'status' | 'progress'>):
  | 'running'
  | 'failed'
  | undefined {
  if (modelServiceStateOf(status) !== 'ready' || !progress) return undefined;
  const { steps } = progress;
  if (steps.some(step => step.status === 'failed')) return 'failed';
  return steps.every(step => step.status === 'ok') ? undefined : 'running';
}
