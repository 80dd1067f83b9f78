import { isError } from '@backstage/errors';
import { UnknownClusterError } from './errors';

/** Whether a cluster has no such object; that there is no such cluster is another matter. */
export const isMissing = (error: unknown): error is Error =>
  isError(error) &&
  error.name === 'NotFoundError' &&
  !(error instanceof UnknownClusterError);
