import { isEqual, isPlainObject } from 'lodash';

type JsonObject = Record<string, unknown>;

/**
 * The merge patch (RFC 7386) that makes one object of another: what is equal is not in it, so fields that somebody else
 * changes meanwhile stay as they are. Lists are replaced as a whole.
 *
 * @returns undefined when nothing has to be changed
 * @public
 */
export function mergePatchOf(
  before: object,
  after: object,
): JsonObject | undefined {
  const from = before as JsonObject;
  const to = after as JsonObject;
  const patch: JsonObject = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [old, fresh] = [from[key], to[key]];
    if (fresh === undefined) {
      if (old !== undefined) patch[key] = null;
    } else if (isPlainObject(old) && isPlainObject(fresh)) {
      const inner = mergePatchOf(old as object, fresh as object);
      if (inner) patch[key] = inner;
    } else if (!isEqual(old, fresh)) {
      patch[key] = fresh;
    }
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}
