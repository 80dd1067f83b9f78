import {
  InferenceService,
  ModelServiceChange,
} from '@mooring/backstage-plugin-model-connections-common';
import isPlainObject from 'lodash/isPlainObject';

type Fields = Record<string, unknown>;

/** The fields that a merge patch changes, one by one. */
export function encodeServiceChanges(
  service: InferenceService,
  patch: object | undefined,
): ModelServiceChange[] {
  const changes: ModelServiceChange[] = [];
  const collect = (before: unknown, wanted: Fields, path: string[]) => {
    for (const [key, value] of Object.entries(wanted)) {
      const old = (before as Fields | undefined)?.[key];
      const at = [...path, key];
      if (isPlainObject(value)) {
        collect(old, value as Fields, at);
      } else {
        changes.push({
          path: at,
          ...(old !== undefined && { before: JSON.stringify(old) }),
          ...(value !== null && { after: JSON.stringify(value) }),
        });
      }
    }
  };
  collect(service, (patch ?? {}) as Fields, []);
  return changes;
}
