import { isError } from '@backstage/errors';

/** How one step of several is taken back. */
export interface Undo {
  /** What is left where it fails, and what mends that. */
  left: string;
  run: () => Promise<void>;
}

/** Takes back what was done, the last first; the error then says what could not be taken back. */
export async function takenBack(
  error: unknown,
  done: readonly Undo[],
): Promise<unknown> {
  for (const { left, run } of [...done].reverse()) {
    try {
      await run();
    } catch {
      if (isError(error)) error.message += ` ${left}`;
    }
  }
  return error;
}
