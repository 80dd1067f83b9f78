import {
  ModelService,
  ModelServiceWrite,
} from '@mooring/backstage-plugin-model-connections-common';

/** A service as it was read, to be written again: without what only the cluster says. */
export function writeOf(
  service: Omit<ModelService, 'allowedActions'> &
    Partial<Pick<ModelService, 'allowedActions'>>,
): ModelServiceWrite {
  const {
    cluster: _cluster,
    namespace: _namespace,
    kind: _kind,
    status: _status,
    progress: _progress,
    managedBy: _managedBy,
    createdAt: _createdAt,
    allowedActions: _allowedActions,
    ...write
  } = service;
  return write;
}
