/**
 * Whether a text can be a key of a Secret or ConfigMap (Kubernetes: at most 253 of `-._a-zA-Z0-9`, not `.`, not
 * starting with `..`), and so a field's environment variable. `__proto__`, which Kubernetes would take, is refused: it has
 * a meaning of its own in JavaScript.
 *
 * @public
 */
export function isSecretKey(key: string): boolean {
  return (
    key.length <= 253 &&
    /^[-._a-zA-Z0-9]+$/.test(key) &&
    key !== '.' &&
    !key.startsWith('..') &&
    key !== '__proto__'
  );
}
