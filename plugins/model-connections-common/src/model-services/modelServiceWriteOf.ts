import { ModelService, ModelServiceWrite } from './ModelService';

/**
 * A service as it was read, to be written again: without what only the cluster says.
 *
 * @public
 */
export function modelServiceWriteOf(
  service: Omit<ModelService, 'allowedActions'> &
    Partial<Pick<ModelService, 'allowedActions'>>,
): ModelServiceWrite {
  const {
    cluster: _cluster,
    namespace: _namespace,
    kind: _kind,
    status: _status,
    progress: _progress,
    partial: _partial,
    warnings: _warnings,
    managedBy: _managedBy,
    createdAt: _createdAt,
    allowedActions: _allowedActions,
    ...write
  } = service;
  return write;
}
