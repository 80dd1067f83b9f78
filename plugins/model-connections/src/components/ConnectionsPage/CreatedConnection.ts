/** What the create page leaves in the history's state for the list. */
export interface CreatedConnection {
  /** The new connection, by `connectionRowKey`; absent where none was made. */
  createdKey?: string;
  /** The form was left without making one. */
  hasLeft?: boolean;
}

/** Reads it, from a state that may be anything. */
export function createdConnectionOf(state: unknown): CreatedConnection {
  const { createdKey, hasLeft } = (state ?? {}) as Record<string, unknown>;
  return {
    createdKey: typeof createdKey === 'string' ? createdKey : undefined,
    hasLeft: hasLeft === true,
  };
}
