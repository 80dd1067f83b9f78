/** The values that are left when some keys are taken out. */
export function withoutKeys(
  texts: Readonly<Record<string, string>>,
  keys: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([key]) => !keys.includes(key)),
  );
}
