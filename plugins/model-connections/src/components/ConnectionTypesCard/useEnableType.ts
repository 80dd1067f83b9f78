import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useCallback, useRef, useState } from 'react';
import { ConnectionTypeList } from '../../hooks/useConnectionTypeList';

/** A switch that went back, and why. */
export interface EnableFailure {
  type: ConnectionType;
  enabled: boolean;
  error: Error;
}

/** Enables and disables types: shown at once, taken back with the reason when it is refused. */
export function useEnableType(
  cluster: string,
  list: ConnectionTypeList,
  onDone: (type: ConnectionType) => void,
) {
  const api = useModelConnectionsApi();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<EnableFailure | undefined>();
  const put = useRef(list.put);
  put.current = list.put;
  const done = useRef(onDone);
  done.current = onDone;

  const enable = useCallback(
    async (type: ConnectionType, enabled: boolean) => {
      const { name } = type;
      setFailure(undefined);
      setBusy(names => new Set(names).add(name));
      put.current({ ...type, enabled });
      try {
        const answer = await api.enableConnectionType({
          cluster,
          name,
          enabled,
        });
        put.current(answer);
        done.current(answer);
      } catch (error) {
        put.current(type);
        setFailure({ type, enabled, error: error as Error });
      } finally {
        setBusy(names => new Set([...names].filter(other => other !== name)));
      }
    },
    [api, cluster],
  );
  return { busy, failure, enable };
}
