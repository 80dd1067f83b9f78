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

  /** What somebody else stored under the name is what was to be saved, or in conflict with it. */
  const heldAgainst = async (
    name: string,
    edited: EditableConnectionType,
  ): Promise<SaveOutcome> => {
    const theirs = await api.getConnectionType({ cluster, name });
    return sameContent(editableOf(theirs), edited)
      ? { kind: 'saved', type: theirs }
      : { kind: 'conflict', theirs };
  };

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
    try {
      return await heldAgainst(name, edited);
    } catch (error) {
      if (errorStatus(error as Error) === 404) return { kind: 'gone' };
      throw error;
    }
  };

  const create = (name: string, edited: EditableConnectionType) =>
    api.createConnectionType({ cluster, type: write(name, edited) });

  const recreate = async (
    name: string,
    edited: EditableConnectionType,
  ): Promise<SaveOutcome> => {
    try {
      return { kind: 'saved', type: await create(name, edited) };
    } catch (error) {
      if (errorStatus(error as Error) !== 409) throw error;
      return await heldAgainst(name, edited).catch(e => {
        // Something else has the name.
        throw errorStatus(e as Error) === 404 ? error : e;
      });
    }
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
      run(() => create(name, edited)),
    /** Creates what was deleted meanwhile; somebody else may have done so before. */
    recreate: (name: string, edited: EditableConnectionType) =>
      run(() => recreate(name, edited)),
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
