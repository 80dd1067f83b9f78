import { ConflictingInputError } from './errors';

/** Whether a write was refused because somebody else had changed the object since it was read. */
export const isStaleVersion = (error: unknown): boolean =>
  error instanceof ConflictingInputError &&
  error.details.some(({ field }) => field === 'resourceVersion');
