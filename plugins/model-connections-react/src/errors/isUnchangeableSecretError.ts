import { ResponseError } from '@backstage/errors';
import { UNCHANGEABLE_SECRET_ERROR } from '@mooring/backstage-plugin-model-connections-common';

/**
 * Whether a change of a connection failed because its Secret can never take it; a duplicate can.
 *
 * @public
 */
export function isUnchangeableSecretError(error: Error | undefined): boolean {
  return (
    (error as ResponseError | undefined)?.body?.error?.name ===
    UNCHANGEABLE_SECRET_ERROR
  );
}
