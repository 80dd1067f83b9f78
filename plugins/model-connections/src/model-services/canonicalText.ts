/** A value as text that is the same for what means the same: the order of keys means nothing. */
export function canonicalText(value: unknown): string {
  return String(
    JSON.stringify(value, (_key, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)),
          )
        : inner,
    ),
  );
}
