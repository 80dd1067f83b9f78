import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** All connection types of a cluster; nothing is asked while the cluster is not known. */
export function useConnectionTypes(cluster: string | undefined) {
  const api = useModelConnectionsApi();
  return useLoaded(
    cluster,
    async () => (await api.listConnectionTypes({ cluster: cluster! })).items,
  );
}
