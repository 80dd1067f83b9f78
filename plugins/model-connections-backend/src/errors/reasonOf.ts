import { isError } from '@backstage/errors';

/** What an error says, as a sentence. */
export function reasonOf(error: unknown): string {
  const message = isError(error) ? error.message.trim() : '';
  if (message === '') return 'The cluster did not say why.';
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
