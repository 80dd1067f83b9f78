import { Connection } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionEditFormModel,
  ConnectionEdits,
  isClusterSignInError,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useSaveConnection } from './useSaveConnection';

/** Two versions of a connection that were both made from a third, and mine as edits. */
export interface ConnectionConflict {
  base: Connection;
  theirs: Connection;
  edits: ConnectionEdits;
}

/** Saves what the form holds, and remembers what stood in the way. */
export function useConnectionEditor(options: {
  connection: Connection;
  form: ConnectionEditFormModel;
  /** What was stored before and what was changed about it come along; nothing was sent where nothing was changed. */
  onSaved(saved: Connection, before: Connection, edits: ConnectionEdits): void;
}) {
  const { form, onSaved } = options;
  const { isRunning, save } = useSaveConnection();
  // With the version that was read; another one after a conflict.
  const [base, setBase] = useState(options.connection);
  const [conflict, setConflict] = useState<ConnectionConflict | undefined>();
  const [isGone, setGone] = useState(false);
  const [error, setError] = useState<Error | undefined>();
  const [isRefused, setRefused] = useState(false);
  useOnClusterSignIn(() => {
    if (isClusterSignInError(error)) setError(undefined);
  });

  const send = async (from: Connection, edits: ConnectionEdits) => {
    setError(undefined);
    try {
      const outcome = await save(from, edits);
      if (outcome.kind === 'saved') onSaved(outcome.connection, from, edits);
      else if (outcome.kind === 'gone') setGone(true);
      else setConflict({ base: from, theirs: outcome.theirs, edits });
    } catch (e) {
      form.applyServerError(e as Error);
      setError(e as Error);
    }
  };

  return {
    isRunning,
    base,
    conflict,
    isGone,
    error,
    isRefused: isRefused && form.wrongFields.length > 0,
    async submit() {
      setRefused(false);
      const edits = form.submit();
      if (!edits) {
        setError(undefined);
        setRefused(true);
      } else if (Object.keys(edits).length === 0) {
        onSaved(base, base, edits);
      } else {
        await send(base, edits);
      }
    },
    closeConflict: () => setConflict(undefined),
    /** Forgets my edits, and goes on from what is stored. */
    takeTheirs() {
      if (!conflict) return;
      form.restart(conflict.theirs);
      setBase(conflict.theirs);
      setConflict(undefined);
    },
    async saveMerged(merged: ConnectionEdits) {
      if (!conflict) return;
      const { theirs } = conflict;
      // Should it be refused, the form goes on from there.
      form.restart(theirs, merged);
      setBase(theirs);
      setConflict(undefined);
      if (Object.keys(merged).length === 0) onSaved(theirs, theirs, merged);
      else await send(theirs, merged);
    },
  };
}
