import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { readClusterTokens } from '../kubernetes/clusterSignIn';
import { ServiceOptions } from '../services/ServiceOptions';

/** Who sends a request, with the tokens for clusters that they brought. Throws `AuthenticationError` for a stranger. */
export async function callerOf(
  request: Pick<Request, 'headers'>,
  httpAuth: HttpAuthService,
): Promise<ServiceOptions> {
  return {
    credentials: await httpAuth.credentials(request as Request),
    clusterTokens: readClusterTokens(request.headers),
  };
}
