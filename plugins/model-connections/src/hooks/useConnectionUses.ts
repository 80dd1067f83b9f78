import {
  ConnectionUse,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo, useState } from 'react';
import { connectionRowKey } from '../components/ConnectionsTable/connectionRowKey';
import { useLoaded } from './useLoaded';

/** How many model services use the connections of a project. */
export interface ConnectionUses {
  /** Of one connection: zeros where nothing uses it, `undefined` while, or where, it is not known. */
  of(row: { namespace: string; name: string }): UseCount | undefined;
  /** How many connections have services that need a restart or redeployment. */
  staleConnections: number;
  /** Why the numbers may be too low, in words. */
  partial?: string;
  error?: Error;
  reload(): void;
}

/** The numbers of one connection. */
export type UseCount = Pick<ConnectionUse, 'count' | 'stale'>;

const NONE: UseCount = { count: 0, stale: 0 };

/** Asks once for all connections of a project, or of all projects; what is known stays while it is asked again. */
export function useConnectionUses(project: ProjectRef): ConnectionUses {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project;
  const loaded = useLoaded(`${cluster}/${namespace}`, () =>
    api.listConnectionUses({ cluster, namespace }),
  );
  const [list, setList] = useState(loaded.value);
  // During the render, so that an answer is shown in the frame in which it comes.
  if (loaded.value && loaded.value !== list) setList(loaded.value);
  const uses = useMemo(() => {
    const byKey = new Map(
      list?.items.map(use => [
        connectionRowKey({ namespace: use.namespace, name: use.connection }),
        use,
      ]),
    );
    return {
      of: (row: { namespace: string; name: string }) =>
        list && (byKey.get(connectionRowKey(row)) ?? NONE),
      staleConnections: [...byKey.values()].filter(({ stale }) => stale > 0)
        .length,
      partial: list?.partial,
    };
  }, [list]);
  return useMemo(
    () => ({ ...uses, error: loaded.error, reload: loaded.retry }),
    [uses, loaded.error, loaded.retry],
  );
}
