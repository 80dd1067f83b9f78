import { ModelService } from '@mooring/backstage-plugin-model-connections-common';

/** What can be done with a model service. */
export type ServiceAction =
  | 'edit'
  | 'apply'
  | 'restart'
  | 'stop'
  | 'start'
  | 'manifest'
  | 'delete';

const WRITES = {
  edit: 'update',
  apply: 'update',
  restart: 'update',
  stop: 'update',
  start: 'update',
  delete: 'delete',
} as const;

/** Why the state of a service forbids every change of it. */
export function lockOf(service: ModelService): 'managed' | 'llm' | undefined {
  if (service.managedBy) return 'managed';
  return service.kind === 'LLMInferenceService' ? 'llm' : undefined;
}

/**
 * The actions on a service, in order: without those that mean nothing just now, and those that the person may never do. What
 * is locked by something else than the policy is among them, to say why.
 */
export function serviceActions(service: ModelService): ServiceAction[] {
  const { status, location, allowedActions } = service;
  const all: ServiceAction[] = ['edit'];
  if (status.drift && location?.kind === 'connection' && !status.stopped) {
    all.push('apply');
  }
  if (status.stopped) all.push('start');
  else all.push('restart', 'stop');
  all.push('manifest', 'delete');
  const isLocked = lockOf(service) !== undefined;
  return all.filter(
    action =>
      action === 'manifest' ||
      isLocked ||
      allowedActions.includes(WRITES[action]),
  );
}
