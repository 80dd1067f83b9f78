import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** The projects of a cluster; nothing is asked while the cluster is not known. */
export function useNamespaces(cluster: string | undefined) {
  const api = useModelConnectionsApi();
  return useLoaded(cluster, () => api.listNamespaces({ cluster: cluster! }));
}
