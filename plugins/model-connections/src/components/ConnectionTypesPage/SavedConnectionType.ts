/** What the editor leaves in the history's state for the list. */
export interface SavedConnectionType {
  /** The resource name of the type that was saved; absent where none was. */
  savedName?: string;
  /** The editor was left without saving. */
  hasLeft?: boolean;
}

/** Reads it, from a state that may be anything. */
export function savedConnectionTypeOf(state: unknown): SavedConnectionType {
  const { savedName, hasLeft } = (state ?? {}) as Record<string, unknown>;
  return {
    savedName: typeof savedName === 'string' ? savedName : undefined,
    hasLeft: hasLeft === true,
  };
}
