import { useRouteRef } from '@backstage/core-plugin-api';
import { useSearchParams } from 'react-router-dom';
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
  // Types belong to no project, and the one that is looked at elsewhere stays chosen.
  const [here] = useSearchParams();
  const namespace = here.get('namespace');
  const query = cluster
    ? `?${new URLSearchParams({ cluster, ...(namespace && { namespace }) })}`
    : '';
  return {
    list: `${list()}${query}`,
    create: `${create()}${query}`,
    edit: name => `${edit({ name })}${query}`,
    duplicate: name => `${duplicate({ name })}${query}`,
  };
}
