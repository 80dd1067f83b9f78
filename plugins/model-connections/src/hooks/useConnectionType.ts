import { ConnectionTypeRef } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** One connection type; nothing is asked while none is named. */
export function useConnectionType(ref: ConnectionTypeRef | undefined) {
  const api = useModelConnectionsApi();
  return useLoaded(ref && `${ref.cluster}/${ref.name}`, () =>
    api.getConnectionType(ref!),
  );
}
