/** What the pages of single connections leave in the history's state for the list. */
export interface LeftConnection {
  /** The connection that was made, by `connectionRowKey`; it is marked as new. */
  createdKey?: string;
  /** The connection that was saved; its row is marked. */
  savedKey?: string;
  /** The connection that was left as it is; its row takes the focus. */
  seenKey?: string;
  /** The form for a new one was left without making one. */
  hasLeft?: boolean;
}

/** Reads it, from a state that may be anything. */
export function leftConnectionOf(state: unknown): LeftConnection {
  const given = (state ?? {}) as Record<string, unknown>;
  const text = (key: string) =>
    typeof given[key] === 'string' ? (given[key] as string) : undefined;
  return {
    createdKey: text('createdKey'),
    savedKey: text('savedKey'),
    seenKey: text('seenKey'),
    hasLeft: given.hasLeft === true,
  };
}
