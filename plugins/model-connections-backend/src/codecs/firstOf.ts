/** The first of several names that a map has: platforms spell the same annotation in more than one way. */
export function firstOf(
  map: Record<string, string> | undefined,
  names: readonly string[],
): string | undefined {
  const name = names.find(candidate => map?.[candidate] !== undefined);
  return name === undefined ? undefined : map?.[name];
}
