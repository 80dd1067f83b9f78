import { Connection } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionEdits,
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { isSilentWrite } from '../../connections/compareConnections';

/** How a save ended. */
export type SaveOutcome =
  | { kind: 'saved'; connection: Connection }
  /** Somebody else saved meanwhile, and it matters. */
  | { kind: 'conflict'; theirs: Connection }
  /** It was deleted meanwhile. */
  | { kind: 'gone' };

/** Saves edits of a connection. What somebody else wrote meanwhile is never overwritten. */
export function useSaveConnection() {
  const api = useModelConnectionsApi();
  const [isRunning, setRunning] = useState(false);

  const patch = async (
    base: Connection,
    edits: ConnectionEdits,
  ): Promise<SaveOutcome> => {
    const { cluster, namespace, name, resourceVersion, s3 } = base;
    const ref = { cluster, namespace, name };
    try {
      return {
        kind: 'saved',
        connection: await api.patchConnection({
          ...ref,
          patch: {
            ...edits,
            resourceVersion,
            // The certificates have a version of their own.
            ...(edits.s3?.caCertificate !== undefined && {
              caVersion: s3?.caVersion,
            }),
          },
        }),
      };
    } catch (error) {
      if (errorStatus(error as Error) === 404) return { kind: 'gone' };
      if (errorStatus(error as Error) !== 409) throw error;
    }
    try {
      return { kind: 'conflict', theirs: await api.getConnection(ref) };
    } catch (error) {
      if (errorStatus(error as Error) === 404) return { kind: 'gone' };
      throw error;
    }
  };

  return {
    isRunning,
    /** Where only a check or a label was written meanwhile, it saves again, once and without a word. */
    async save(base: Connection, edits: ConnectionEdits): Promise<SaveOutcome> {
      setRunning(true);
      try {
        const outcome = await patch(base, edits);
        return outcome.kind === 'conflict' &&
          isSilentWrite(base, outcome.theirs)
          ? await patch(outcome.theirs, edits)
          : outcome;
      } finally {
        setRunning(false);
      }
    },
  };
}
