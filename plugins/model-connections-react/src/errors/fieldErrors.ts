import { ErrorDetail } from '@mooring/backstage-plugin-model-connections-common';

const isDetail = (entry: unknown): entry is ErrorDetail =>
  typeof (entry as ErrorDetail | undefined)?.field === 'string' &&
  typeof (entry as ErrorDetail).message === 'string';

/**
 * The fields that a server's answer calls wrong (`error.details` of its body), as it names them, without the path
 * that leads to a value: `/values/URI` becomes `URI`. Empty when the answer names none.
 *
 * @public
 */
export function fieldErrors(error: Error): ErrorDetail[] {
  const details = (error as { body?: { error?: { details?: unknown } } }).body
    ?.error?.details;
  if (!Array.isArray(details)) {
    return [];
  }
  return details.filter(isDetail).map(({ field, message }) => ({
    field: field.replace(/^[/.]?(values[/.])?/, ''),
    message,
  }));
}
