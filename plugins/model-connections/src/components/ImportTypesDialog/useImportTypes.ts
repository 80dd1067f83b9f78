import { ConnectionTypeField } from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { ImportCandidate } from './ImportCandidate';

/** Creates or replaces types one after the other; each that fails says why, and the others go on. */
export function useImportTypes(cluster: string) {
  const api = useModelConnectionsApi();
  const [isRunning, setRunning] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, Error>>>({});

  /** How many were imported, and the keys of those that were refused because the cluster has something newer. */
  const run = async (candidates: readonly ImportCandidate[]) => {
    setRunning(true);
    setErrors({});
    let done = 0;
    const stale: string[] = [];
    for (const { key, read, existing } of candidates) {
      if (!read.type) continue;
      const type = {
        ...read.type,
        fields: read.type.fields as ConnectionTypeField[],
      };
      const { name } = type;
      try {
        if (existing) {
          const { resourceVersion } = existing;
          await api.replaceConnectionType({
            cluster,
            name,
            type: { ...type, resourceVersion },
          });
        } else {
          await api.createConnectionType({ cluster, type });
        }
        done += 1;
      } catch (error) {
        setErrors(old => ({ ...old, [key]: error as Error }));
        if (errorStatus(error as Error) === 409) stale.push(key);
      }
    }
    setRunning(false);
    return { done, stale };
  };
  return { isRunning, errors, run, forget: () => setErrors({}) };
}
