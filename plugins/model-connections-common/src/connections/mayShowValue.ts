import {
  isWriteOnlyField,
  ValueField,
} from '../connection-types/connectionTypeFieldSchema';
import { isPlainKey, isWriteOnlyKey } from '../protocols/protocols';

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

function holdsCredentials(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}

/**
 * The keys of a Secret that stay hidden as long as nobody has said otherwise: all that no protocol's own field set shows,
 * and addresses with a user name or password in them.
 *
 * @public
 */
export function defaultHiddenKeys(
  texts: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(texts).filter(
    key => !isPlainKey(key) || holdsCredentials(texts[key]),
  );
}

/**
 * The keys of a Secret that are never shown again, as its `mooring.dev/hidden-keys` says. Where others wrote the Secret
 * and the annotation is absent, {@link defaultHiddenKeys}; where it cannot be understood, every key.
 *
 * @public
 */
export function hiddenKeysOf(
  annotation: string | undefined,
  texts: Readonly<Record<string, string>>,
): string[] {
  if (annotation === undefined) {
    return defaultHiddenKeys(texts);
  }
  try {
    const parsed: unknown = JSON.parse(annotation);
    if (Array.isArray(parsed) && parsed.every(k => typeof k === 'string')) {
      return parsed;
    }
  } catch {
    // as below
  }
  return Object.keys(texts);
}
