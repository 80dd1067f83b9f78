/**
 * The name of the error (status 422) by which the backend says that the Secret of a connection can never take a change: it is
 * immutable, or of another type. A duplicate can. Every other 422 may have been the last one.
 *
 * @public
 */
export const UNCHANGEABLE_SECRET_ERROR = 'UnchangeableSecretError';
