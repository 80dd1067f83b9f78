import isEqual from 'lodash/isEqual';
import isPlainObject from 'lodash/isPlainObject';

type Fields = Record<string, unknown>;

/** What a merge patch sets and what it takes out, field by field, with what an object has there. */
function compare(
  object: unknown,
  patch: Fields,
): { found: unknown; wanted: unknown }[] {
  return Object.entries(patch).flatMap(([key, wanted]) => {
    const found = (object as Fields | undefined)?.[key];
    return isPlainObject(wanted)
      ? compare(found, wanted as Fields)
      : [{ found, wanted }];
  });
}

/**
 * Whether an object, changed since the patch was made for it, has that patch: all that it sets is there. Of what it takes
 * out, defaults may have come back (KServe's webhook fills in `resources` and the deployment mode), so one field that is
 * gone is enough, and only where nothing is set.
 */
export function showsPatch(object: object, patch: object): boolean {
  const fields = compare(object, patch as Fields);
  const set = fields.filter(({ wanted }) => wanted !== null);
  return set.length > 0
    ? set.every(({ found, wanted }) => isEqual(found, wanted))
    : fields.some(({ found }) => found === undefined);
}
