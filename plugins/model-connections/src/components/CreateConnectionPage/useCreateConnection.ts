import {
  Connection,
  ConnectionCreate,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';

/** How far the creation of a connection is. */
export type CreatePhase = 'idle' | 'checking' | 'creating';

/** Creates a connection: the cluster checks everything first (a dry run), so that nothing is half done. */
export function useCreateConnection() {
  const api = useModelConnectionsApi();
  const [phase, setPhase] = useState<CreatePhase>('idle');
  const create = async (
    project: ProjectRef,
    connection: ConnectionCreate,
  ): Promise<Connection> => {
    try {
      setPhase('checking');
      await api.createConnection({ ...project, connection, dryRun: true });
      setPhase('creating');
      return await api.createConnection({ ...project, connection });
    } finally {
      setPhase('idle');
    }
  };
  return { phase, create };
}
