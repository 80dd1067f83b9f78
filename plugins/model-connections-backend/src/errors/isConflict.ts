import { isError } from '@backstage/errors';

/** Whether a cluster refused a write because of what is there: a name that exists, or a newer version. */
export const isConflict = (error: unknown): boolean =>
  isError(error) && error.name === 'ConflictError';
