import { ModelServiceKind } from '@mooring/backstage-plugin-model-connections-common';
import { z } from 'zod';
import { unusablePageToken } from '../connections/pageToken';

const tokenSchema = z.object({
  kind: z.enum(['InferenceService', 'LLMInferenceService']),
  continue: z.string().min(1).optional(),
});

/** Where a list of model services goes on: the kind whose list it is in, and the API server's own token. */
export interface ServicePagePosition {
  kind: ModelServiceKind;
  continue?: string;
}

/** Makes the opaque token that a client sends back. */
export function encodeServicePageToken(position: ServicePagePosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a token. Throws `InvalidInputError` for one that this API did not make. */
export function decodeServicePageToken(token: string): ServicePagePosition {
  try {
    const text = Buffer.from(token, 'base64url').toString('utf8');
    return tokenSchema.parse(JSON.parse(text));
  } catch {
    throw unusablePageToken();
  }
}
