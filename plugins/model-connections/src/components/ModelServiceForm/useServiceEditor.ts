import {
  ModelService,
  ModelServiceDryRun,
  modelServiceWriteOf,
  ModelServiceWrite,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  fieldErrors,
  isClusterSignInError,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { mergeServices } from '../../model-services/compareServices';
import { ConflictChoices } from '../ConflictDialog';
import { ReplaceOutcome, useSaveService } from './useSaveService';
import { ServiceFormModel } from './useServiceForm';

/** The three versions of a service that two people changed at once. */
export interface ServiceConflict {
  base: ModelService;
  theirs: ModelService;
  mine: ModelServiceWrite;
}

/** A change that makes new pods, and waits for a word. */
export interface PendingRollout {
  base: ModelService;
  write: ModelServiceWrite;
  dryRun: ModelServiceDryRun;
}

/** Saves what the form holds, and remembers what stood in the way. */
export function useServiceEditor(options: {
  project: ProjectRef;
  form: ServiceFormModel;
  onCreated(service: ModelService): void;
  onSaved(service: ModelService): void;
  /** There was nothing to save. */
  onUnchanged(): void;
}) {
  const { project, form, onCreated, onSaved, onUnchanged } = options;
  const saving = useSaveService(project);
  const [error, setError] = useState<Error | undefined>();
  const [isGone, setGone] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [conflict, setConflict] = useState<ServiceConflict | undefined>();
  const [rollout, setRollout] = useState<PendingRollout | undefined>();
  useOnClusterSignIn(() => {
    if (isClusterSignInError(error)) setError(undefined);
  });

  const fail = (e: Error) => {
    setError(e);
    const messages = Object.fromEntries(
      fieldErrors(e).map(({ field, message }) => [field, message]),
    );
    const isTaken = !form.base && errorStatus(e) === 409 && !messages.name;
    form.applyServerErrors(
      isTaken ? { ...messages, name: e.message } : messages,
    );
  };
  const settle = <T>(
    outcome: ReplaceOutcome<T>,
    base: ModelService,
    write: ModelServiceWrite,
  ): outcome is Extract<ReplaceOutcome<T>, { kind: 'done' }> => {
    // What stands in the way is told by the form, which the dialog would hide.
    if (outcome.kind !== 'done') setRollout(undefined);
    if (outcome.kind === 'gone') setGone(true);
    if (outcome.kind === 'conflict') {
      setConflict({ base, theirs: outcome.theirs, mine: write });
    }
    return outcome.kind === 'done';
  };
  const replace = async (base: ModelService, write: ModelServiceWrite) => {
    const outcome = await saving.replace(base, write);
    if (settle(outcome, base, write)) {
      setRollout(undefined);
      onSaved(outcome.answer);
    }
  };
  const change = async (base: ModelService, write: ModelServiceWrite) => {
    const outcome = await saving.tryReplace(base, write);
    if (!settle(outcome, base, write)) return;
    const dryRun = outcome.answer;
    if (dryRun.changes.length === 0) onUnchanged();
    else if (dryRun.restartsPods) {
      setRollout({ base: outcome.base, write, dryRun });
    } else await replace(outcome.base, write);
  };
  const guarded = async (work: () => Promise<void>) => {
    setError(undefined);
    setGone(false);
    try {
      await work();
    } catch (e) {
      setRollout(undefined);
      fail(e as Error);
    }
  };

  const isValid = Object.keys(form.problems).length === 0;
  return {
    phase: saving.phase,
    error,
    isGone,
    /** The submit was refused because of what is marked. */
    isRefused: isRefused && !isValid,
    conflict,
    rollout,
    async submit() {
      setRefused(!isValid);
      if (!isValid) {
        form.refuse();
        return;
      }
      await guarded(async () => {
        if (form.base) await change(form.base, form.write);
        else onCreated(await saving.create(form.write));
      });
    },
    /** The pods may be made anew. */
    confirmRollout: () =>
      rollout && guarded(() => replace(rollout.base, rollout.write)),
    cancelRollout: () => setRollout(undefined),
    closeConflict: () => setConflict(undefined),
    takeTheirs() {
      if (conflict) form.rebase(conflict.theirs);
      setConflict(undefined);
    },
    async saveMerged(choices: ConflictChoices) {
      if (!conflict) return;
      const { theirs, mine } = conflict;
      const merged = mergeServices(modelServiceWriteOf(theirs), mine, choices);
      // Should it be refused, the form goes on from there.
      form.rebase(theirs, merged);
      setConflict(undefined);
      await guarded(() => change(theirs, merged));
    },
  };
}
