import { ConnectionRef } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';

/** What uses a connection; nothing is asked while there is none. */
export function useDependents(ref: ConnectionRef | undefined) {
  const api = useModelConnectionsApi();
  const { cluster = '', namespace = '', name = '' } = ref ?? {};
  return useLoaded(ref && `${cluster}/${namespace}/${name}`, () =>
    api.listConnectionDependents({ cluster, namespace, name }),
  );
}
