/** What the create page leaves in the history's state for the list. */
export interface CreatedConnection {
  /** The new connection, by `connectionRowKey`. */
  createdKey: string;
}

/** Reads it, from a state that may be anything. */
export function createdKeyOf(state: unknown): string | undefined {
  const key = (state as Partial<CreatedConnection> | null | undefined)
    ?.createdKey;
  return typeof key === 'string' ? key : undefined;
}
