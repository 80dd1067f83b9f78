/**
 * What is wrong with the path of a model in an object store, in words. KServe's own check lets all of this pass, and the
 * download fails or fetches a whole bucket.
 */
export function objectPathProblem(path: string): string | undefined {
  if (path === '') {
    return 'A path is needed; the whole bucket cannot be served.';
  }
  if (path.startsWith('/') || path.includes('//')) {
    return 'Must not start with "/" nor hold "//".';
  }
  if (path.split('/').some(part => part === '.' || part === '..')) {
    return 'Must not hold "." or ".." as a part.';
  }
  if (/[\s?#]/.test(path)) {
    return 'Must not hold white space, "?" or "#".';
  }
  return undefined;
}
