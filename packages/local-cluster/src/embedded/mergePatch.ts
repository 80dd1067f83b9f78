import { badRequest, StatusError } from './StatusError';

/**
 * Reads the body of a merge patch.
 *
 * @throws StatusError 400 for what is not a JSON object
 */
export function parsePatch(body: Buffer): object {
  let patch;
  try {
    patch = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('error decoding patch: unexpected end of JSON input');
  }
  if (typeof patch !== 'object' || Array.isArray(patch) || patch === null) {
    const kind = Array.isArray(patch) ? 'array' : typeof patch;
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`,
    );
  }
  return patch;
}

/**
 * 422 for a patch whose result is not such an object. As on the real server,
 * its message repeats the whole object, values of a Secret included.
 */
export function invalidPatch(merged: object, why: string): StatusError {
  const message = `Invalid value: ${JSON.stringify(
    JSON.stringify(merged),
  )}: ${why}`;
  return new StatusError(422, 'Invalid', ` "" is invalid: patch: ${message}`, {
    causes: [{ reason: 'FieldValueInvalid', message, field: 'patch' }],
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Applies a JSON merge patch (RFC 7396) and gives the result; what is given
 * stays as it is. Written here because the libraries for it leave out keys
 * such as `constructor`, which a Secret may well have.
 */
export function applyMergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const result = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      result.delete(key);
    } else {
      result.set(key, applyMergePatch(result.get(key), value));
    }
  }
  return Object.fromEntries(result);
}
