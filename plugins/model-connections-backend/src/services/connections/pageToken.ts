import { ConventionId } from '@mooring/backstage-plugin-model-connections-common';
import { z } from 'zod';
import { InvalidInputError } from '../../errors/errors';

const pageTokenSchema = z.object({
  convention: z.enum(['alauda', 'open-data-hub']),
  continue: z.string().min(1).optional(),
});

/**
 * Where a list of connections goes on: the convention whose list it is in, and the API server's own token, absent where
 * that list starts.
 */
export interface PagePosition {
  convention?: ConventionId;
  continue?: string;
}

/** Makes the opaque token that a client sends back. */
export function encodePageToken(position: PagePosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a token. Throws `InvalidInputError` for one that this API did not make. */
export function decodePageToken(token: string): PagePosition {
  try {
    const text = Buffer.from(token, 'base64url').toString('utf8');
    return pageTokenSchema.parse(JSON.parse(text));
  } catch {
    throw unusablePageToken();
  }
}

/** The error for a token that neither this API nor the cluster made. */
export function unusablePageToken(): InvalidInputError {
  return new InvalidInputError('The page token is not one of this API.', [
    { field: 'pageToken', message: 'Leave it out to list from the start.' },
  ]);
}
