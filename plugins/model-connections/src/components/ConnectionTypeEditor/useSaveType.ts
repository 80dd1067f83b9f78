import {
  compareConnectionTypes,
  ConnectionType,
  ConnectionTypeField,
  EditableConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { editableOf } from '../../connection-types/editableOf';

/** How a save ended. */
export type SaveOutcome =
  | { kind: 'saved'; type: ConnectionType }
  /** Somebody else saved meanwhile, and it matters. */
  | { kind: 'conflict'; theirs: ConnectionType }
  /** It was deleted meanwhile. */
  | { kind: 'gone' };

const sameContent = (
  one: EditableConnectionType,
  other: EditableConnectionType,
) => compareConnectionTypes(one, one, other).length === 0;

/** Creates or replaces a type. What somebody else wrote meanwhile is never overwritten. */
export function useSaveType(cluster: string) {
  const api = useModelConnectionsApi();
  const [isRunning, setRunning] = useState(false);

  const write = (name: string, edited: EditableConnectionType) => ({
    ...edited,
    name,
    fields: edited.fields as ConnectionTypeField[],
  });

  const replace = async (
    before: ConnectionType,
    edited: EditableConnectionType,
  ): Promise<SaveOutcome> => {
    const { name, resourceVersion } = before;
    try {
      const type = await api.replaceConnectionType({
        cluster,
        name,
        type: { ...write(name, edited), resourceVersion },
      });
      return { kind: 'saved', type };
    } catch (error) {
      if (errorStatus(error as Error) === 404) return { kind: 'gone' };
      if (errorStatus(error as Error) !== 409) throw error;
    }
    let theirs: ConnectionType;
    try {
      theirs = await api.getConnectionType({ cluster, name });
    } catch (error) {
      if (errorStatus(error as Error) === 404) return { kind: 'gone' };
      throw error;
    }
    if (sameContent(editableOf(theirs), edited)) {
      return { kind: 'saved', type: theirs };
    }
    return { kind: 'conflict', theirs };
  };

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    setRunning(true);
    try {
      return await work();
    } finally {
      setRunning(false);
    }
  };

  return {
    isRunning,
    create: (name: string, edited: EditableConnectionType) =>
      run(() =>
        api.createConnectionType({ cluster, type: write(name, edited) }),
      ),
    /** Where only something that nobody edits here has changed meanwhile, it saves again, once and without a word. */
    replace: (before: ConnectionType, edited: EditableConnectionType) =>
      run(async () => {
        const outcome = await replace(before, edited);
        return outcome.kind === 'conflict' &&
          sameContent(editableOf(outcome.theirs), editableOf(before))
          ? await replace(outcome.theirs, edited)
          : outcome;
      }),
  };
}
