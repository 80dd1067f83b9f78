import { isError } from '@backstage/errors';

const NAMES_OF_OURS =
  /^(Input|NotFound|Conflict|NotAllowed|Authentication)Error$/;

/**
 * A copy of an error with its name and message alone. The auditor writes every own property and the cause of what it is
 * given; our own messages never hold a value, other people's might.
 */
export function valueFreeError(error: unknown): Error {
  const ours =
    isError(error) &&
    (typeof error.statusCode === 'number' || NAMES_OF_OURS.test(error.name))
      ? error
      : undefined;
  const copy = new Error(ours?.message ?? 'Unexpected error, see the log.');
  copy.name = ours?.name ?? 'Error';
  copy.stack = undefined;
  return copy;
}
