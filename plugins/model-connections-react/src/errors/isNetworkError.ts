/**
 * Whether no answer came at all: browsers say so by a `TypeError`, each in words of its own.
 *
 * @public
 */
export function isNetworkError(error: Error): boolean {
  return (
    error instanceof TypeError &&
    /failed to fetch|networkerror|load failed|fetch failed/i.test(error.message)
  );
}
