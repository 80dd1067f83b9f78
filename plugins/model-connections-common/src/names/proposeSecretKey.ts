/**
 * Proposes a field's environment variable for its name: `Access key-id` gives `ACCESS_KEY_ID`. The result is a key of a
 * Secret, or empty when nothing of the name can stand in one.
 *
 * @public
 */
export function proposeSecretKey(fieldName: string): string {
  return fieldName
    .normalize('NFKD')
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^-._A-Z0-9]+/g, '')
    .replace(/^\.+/, '')
    .slice(0, 253);
}
