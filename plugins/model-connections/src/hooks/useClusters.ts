import { useApi } from '@backstage/core-plugin-api';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** The clusters of the Kubernetes plugin, with the reason for those that cannot be used. */
export function useClusters() {
  const api = useApi(modelConnectionsApiRef);
  return useLoaded('clusters', async () => (await api.listClusters()).items);
}
