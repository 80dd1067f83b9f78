import {
  compareConnectionTypes,
  ConnectionType,
  ConnectionTypeDifference,
  EditableConnectionType,
  ReadConnectionTypeManifest,
} from '@mooring/backstage-plugin-model-connections-common';
import { editableOf } from '../../connection-types/editableOf';

/** One document of the text that is imported, held against what the cluster has. */
export interface ImportCandidate {
  /** Tells the documents of a text apart. */
  key: string;
  read: ReadConnectionTypeManifest;
  /** `repeated`: the text has another one of that name before it. */
  state: 'new' | 'different' | 'unchanged' | 'locked' | 'wrong' | 'repeated';
  existing?: ConnectionType;
  differences: ConnectionTypeDifference[];
}

/** Says of every document what importing it would do. */
export function importCandidates(
  documents: readonly ReadConnectionTypeManifest[],
  types: readonly ConnectionType[],
): ImportCandidate[] {
  const seen = new Set<string>();
  return documents.map((read, index) => {
    const base = { key: `${index}-${read.name}`, read, differences: [] };
    if (!read.type) {
      return { ...base, state: 'wrong' };
    }
    if (seen.has(read.type.name)) {
      return { ...base, state: 'repeated' };
    }
    seen.add(read.type.name);
    const existing = types.find(({ name }) => name === read.type?.name);
    if (!existing) {
      return { ...base, state: 'new' };
    }
    const now: EditableConnectionType = editableOf(existing);
    const differences = compareConnectionTypes(now, now, read.type);
    if (differences.length === 0) {
      return { ...base, existing, state: 'unchanged' };
    }
    return {
      ...base,
      existing,
      differences,
      state: existing.allowedActions.includes('update')
        ? 'different'
        : 'locked',
    };
  });
}
