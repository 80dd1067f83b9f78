import { useRouteRef } from '@backstage/core-plugin-api';
import {
  connectionTypesRouteRef,
  createConnectionTypeRouteRef,
  duplicateConnectionTypeRouteRef,
  editConnectionTypeRouteRef,
} from '../routes';

/** The addresses of list and editor, for one cluster. */
export interface ConnectionTypeLinks {
  list: string;
  create: string;
  edit(name: string): string;
  duplicate(name: string): string;
}

/** The addresses of everything about connection types on a cluster. */
export function useConnectionTypeLinks(
  cluster: string | undefined,
): ConnectionTypeLinks {
  const list = useRouteRef(connectionTypesRouteRef);
  const create = useRouteRef(createConnectionTypeRouteRef);
  const edit = useRouteRef(editConnectionTypeRouteRef);
  const duplicate = useRouteRef(duplicateConnectionTypeRouteRef);
  const query = cluster ? `?${new URLSearchParams({ cluster })}` : '';
  return {
    list: `${list()}${query}`,
    create: `${create()}${query}`,
    edit: name => `${edit({ name })}${query}`,
    duplicate: name => `${duplicate({ name })}${query}`,
  };
}
