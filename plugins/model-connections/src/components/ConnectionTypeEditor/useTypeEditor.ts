import {
  ConnectionType,
  EditableConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  fieldErrors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useMemo, useState } from 'react';
import { editableOf } from '../../connection-types/editableOf';
import { TypeConflict } from '../TypeConflictDialog';
import { EditorTask } from './EditorTask';
import { useSaveType } from './useSaveType';
import { TypeDraftModel } from './useTypeDraft';

/** What the server refused of what it was sent. */
interface RefusedParts {
  /** By the part that is wrong. */
  messages: Readonly<Record<string, string>>;
  sent: Readonly<Record<string, unknown>>;
}

// The same one each time: with another one what shows it would be drawn again.
const NOTHING: Readonly<Record<string, string>> = {};

/** What was said about parts that are still as they were sent. */
function stillRefused(
  refused: RefusedParts | undefined,
  now: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  if (!refused) return NOTHING;
  return Object.fromEntries(
    Object.entries(refused.messages).filter(
      ([part]) =>
        JSON.stringify(now[part]) === JSON.stringify(refused.sent[part]),
    ),
  );
}

/** Saves the draft of the editor, and remembers what stood in the way. */
export function useTypeEditor(options: {
  cluster: string;
  task: EditorTask;
  model: TypeDraftModel;
  isTaken: boolean;
  onSaved(type: ConnectionType): void;
}) {
  const { cluster, task, model, isTaken, onSaved } = options;
  const { isRunning, create, replace, recreate } = useSaveType(cluster);
  // What is replaced, with the version that was read; another one after a conflict.
  const [stored, setStored] = useState(
    task.purpose === 'edit' ? task.source : undefined,
  );
  const [theirs, setTheirs] = useState<ConnectionType | undefined>();
  const [conflict, setConflict] = useState<TypeConflict | undefined>();
  const [isGone, setGone] = useState(false);
  // The stored one was deleted, and is to be created again.
  const [isAnew, setAnew] = useState(false);
  const [error, setError] = useState<Error | undefined>();
  const [discards, setDiscards] = useState(0);
  const [isRefused, setRefused] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [answer, setAnswer] = useState<RefusedParts | undefined>();

  const { name, edited } = model;
  const refused = useMemo(
    () => stillRefused(answer, { name, ...edited }),
    [answer, name, edited],
  );

  const isValid =
    !isTaken &&
    Object.keys(model.metadata.problems).length === 0 &&
    model.fieldProblems.byId.size === 0 &&
    model.fieldProblems.other === undefined;

  const save = async (
    type: EditableConnectionType,
    before: ConnectionType | undefined,
    anew = false,
  ) => {
    setError(undefined);
    setAnswer(undefined);
    try {
      if (!before) {
        onSaved(await create(model.name, type));
        return;
      }
      const outcome = anew
        ? await recreate(before.name, type)
        : await replace(before, type);
      if (outcome.kind === 'saved') {
        onSaved(outcome.type);
      } else if (outcome.kind === 'gone') {
        setGone(true);
      } else {
        setAnew(false);
        setTheirs(outcome.theirs);
        setConflict({
          base: editableOf(before),
          theirs: editableOf(outcome.theirs),
          mine: type,
        });
      }
    } catch (e) {
      setError(e as Error);
      const parts = fieldErrors(e as Error).map(({ field, message }) => [
        field.startsWith('fields') ? 'fields' : field,
        message,
      ]);
      setAnswer({
        messages: Object.fromEntries(parts),
        sent: { name: model.name, ...type },
      });
      if (errorStatus(e as Error) === 400 || parts.length > 0) {
        setRefusals(count => count + 1);
      }
    }
  };

  const submit = async (anew: boolean) => {
    setRefused(!isValid);
    if (!isValid) {
      setRefusals(count => count + 1);
      return;
    }
    setGone(false);
    await save(edited, stored, anew);
  };

  return {
    isRunning,
    conflict,
    isGone,
    error,
    /** The submit was refused because of what is marked. */
    isRefused: isRefused && !isValid,
    refusals,
    refused,
    submit: () => submit(isAnew),
    /** The type was deleted meanwhile: makes it anew. */
    async createAgain() {
      setAnew(true);
      await submit(true);
    },
    /** Grows each time that the draft is given up for what somebody else stored. */
    discards,
    closeConflict: () => setConflict(undefined),
    takeTheirs() {
      if (!theirs) return;
      model.rebase(editableOf(theirs));
      setDiscards(count => count + 1);
      setStored(theirs);
      setConflict(undefined);
    },
    async saveMerged(merged: EditableConnectionType) {
      // Should it be refused, the editor goes on from there.
      model.rebase(merged, theirs && editableOf(theirs));
      setStored(theirs);
      setConflict(undefined);
      await save(merged, theirs);
    },
  };
}
