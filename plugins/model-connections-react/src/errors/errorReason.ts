import { ResponseError } from '@backstage/errors';

/**
 * Why something failed, in the words of whoever refused: the server's own message where there is one.
 *
 * @public
 */
export function errorReason(error: Error): string {
  const fromServer =
    error instanceof Error && error.name === 'ResponseError'
      ? (error as ResponseError).body?.error?.message
      : undefined;
  return fromServer || error.message;
}
