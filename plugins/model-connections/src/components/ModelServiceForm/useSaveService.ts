import {
  ModelService,
  ModelServiceDryRun,
  modelServiceWriteOf,
  ModelServiceWrite,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { differingParts } from '../../model-services/compareServices';

/** How far a save is. */
export type SavePhase = 'idle' | 'checking' | 'saving';

/** How an attempt to write a service that is there ended. */
export type ReplaceOutcome<T> =
  | { kind: 'done'; answer: T; base: ModelService }
  /** Somebody else changed it meanwhile, and it matters. */
  | { kind: 'conflict'; theirs: ModelService }
  /** It was deleted meanwhile. */
  | { kind: 'gone' };

/** KServe writes its status while one saves, each time with another version; so often is tried again without a word. */
const MOST_ATTEMPTS = 5;

/** Writes services, each after a dry run by the cluster. What somebody else wrote meanwhile is never overwritten. */
export function useSaveService(project: ProjectRef) {
  const api = useModelConnectionsApi();
  const [phase, setPhase] = useState<SavePhase>('idle');
  const { cluster, namespace } = project;
  const ref = { cluster, namespace };

  const during = async <T>(
    next: SavePhase,
    work: () => Promise<T>,
  ): Promise<T> => {
    setPhase(next);
    try {
      return await work();
    } finally {
      setPhase('idle');
    }
  };

  /** Sends a change for the version that was read; where only what nobody edits here has changed since, once more. */
  const attempt = async <T>(
    base: ModelService,
    write: ModelServiceWrite,
    send: (service: ModelServiceWrite) => Promise<T>,
  ): Promise<ReplaceOutcome<T>> => {
    let current = base;
    for (let count = 1; ; count++) {
      try {
        const { resourceVersion } = current;
        const answer = await send({ ...write, resourceVersion });
        return { kind: 'done', answer, base: current };
      } catch (error) {
        const status = errorStatus(error as Error);
        if (status === 404) return { kind: 'gone' };
        if (status !== 409 || count >= MOST_ATTEMPTS) throw error;
      }
      try {
        current = await api.getModelService({ ...ref, name: base.name });
      } catch (error) {
        if (errorStatus(error as Error) === 404) return { kind: 'gone' };
        throw error;
      }
      const isOurs =
        differingParts(modelServiceWriteOf(base), modelServiceWriteOf(current))
          .length === 0;
      if (!isOurs) return { kind: 'conflict', theirs: current };
    }
  };

  return {
    phase,
    create: (service: ModelServiceWrite): Promise<ModelService> =>
      during('checking', async () => {
        await api.dryRunCreateModelService({ ...ref, service });
        setPhase('saving');
        return await api.createModelService({ ...ref, service });
      }),
    /** What the change would come to. */
    tryReplace: (
      base: ModelService,
      write: ModelServiceWrite,
    ): Promise<ReplaceOutcome<ModelServiceDryRun>> =>
      during('checking', () =>
        attempt(base, write, service =>
          api.dryRunReplaceModelService({ ...ref, name: base.name, service }),
        ),
      ),
    replace: (
      base: ModelService,
      write: ModelServiceWrite,
    ): Promise<ReplaceOutcome<ModelService>> =>
      during('saving', () =>
        attempt(base, write, service =>
          api.replaceModelService({ ...ref, name: base.name, service }),
        ),
      ),
  };
}
