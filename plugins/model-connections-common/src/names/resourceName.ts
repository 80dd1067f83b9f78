import { isDns1123Subdomain } from './dns1123';

/**
 * What is wrong with a connection's resource name, in words for the person who typed it; `undefined` when nothing is.
 *
 * @public
 */
export function resourceNameProblem(name: string): string | undefined {
  if (name === '') {
    return 'A resource name is required.';
  }
  if (name.length > 253) {
    return `A resource name has at most 253 characters, this one has ${name.length}.`;
  }
  if (!isDns1123Subdomain(name)) {
    return 'Use lower-case letters, digits, "-" and ".", with a letter or digit at both ends and on both sides of each ".".';
  }
  return undefined;
}

/**
 * Proposes a resource name for a display name: `MinIO models` gives `minio-models`.
 * The result is valid, or empty when nothing of the display name can stand in a resource name.
 *
 * @public
 */
export function proposeResourceName(displayName: string): string {
  return displayName
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
