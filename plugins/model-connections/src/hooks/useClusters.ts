import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** The clusters of the Kubernetes plugin, with the reason for those that cannot be used. */
export function useClusters() {
  const api = useModelConnectionsApi();
  return useLoaded('clusters', async () => (await api.listClusters()).items);
}
