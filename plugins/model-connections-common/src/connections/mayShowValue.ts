import {
  isWriteOnlyField,
  ValueField,
} from '../connection-types/connectionTypeFieldSchema';
import { isWriteOnlyKey } from '../protocols/protocols';

/**
 * Whether a stored value may leave the backend again: only when the present type shows the key, no protocol's field set
 * has it as hidden or file, and it was not write-only when the connection was written. Else changing a type from hidden
 * to text would unmask every Secret made from it.
 *
 * @public
 */
export function mayShowValue(
  key: string,
  field: ValueField | undefined,
  hiddenKeys: readonly string[],
): boolean {
  return (
    field !== undefined &&
    !isWriteOnlyField(field) &&
    !isWriteOnlyKey(key) &&
    !hiddenKeys.includes(key)
  );
}

/**
 * Reads `mooring.dev/hidden-keys`: empty when it is absent, as on what others wrote; `undefined` when it is there and not
 * a JSON array of strings, so that nobody can tell what must stay hidden.
 *
 * @public
 */
export function parseHiddenKeys(
  text: string | undefined,
): string[] | undefined {
  if (text === undefined) {
    return [];
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(k => typeof k === 'string')
      ? parsed
      : undefined;
  } catch {
    return undefined;
  }
}
