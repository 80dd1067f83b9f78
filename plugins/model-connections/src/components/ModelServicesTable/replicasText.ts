import { ModelService } from '@mooring/backstage-plugin-model-connections-common';

/** How many pods a service wants: `1`, `1–3`, `2+` without a limit; `0` while it is stopped. KServe's own default is one. */
export function replicasText(
  service: Pick<ModelService, 'minReplicas' | 'maxReplicas' | 'status'>,
): string {
  const { minReplicas = 1, maxReplicas, status } = service;
  if (status.stopped) return '0';
  if (maxReplicas === 0) return `${minReplicas}+`;
  return maxReplicas === undefined || maxReplicas <= minReplicas
    ? String(minReplicas)
    : `${minReplicas}–${maxReplicas}`;
}
