import { useRouteRef } from '@backstage/core-plugin-api';
import { ConnectionRef } from '@mooring/backstage-plugin-model-connections-common';
import { useCallback } from 'react';
import { connectionsRouteRef, editConnectionRouteRef } from '../routes';

/** The addresses of the list and of single connections. */
export function useConnectionLinks() {
  const list = useRouteRef(connectionsRouteRef)();
  const editPath = useRouteRef(editConnectionRouteRef);
  return {
    list: useCallback(
      (project: { cluster: string; namespace: string }) =>
        `${list}?${new URLSearchParams({
          cluster: project.cluster,
          namespace: project.namespace,
        })}`,
      [list],
    ),
    edit: useCallback(
      ({ cluster, namespace, name }: ConnectionRef) =>
        `${editPath({ name })}?${new URLSearchParams({ cluster, namespace })}`,
      [editPath],
    ),
  };
}
