import { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ServiceOptions } from './ServiceOptions';

/** The entity ref of the person who makes something. Throws `NotAllowedError` for a service. */
export function creatorOf(
  { credentials }: ServiceOptions,
  auth: AuthService,
  what: string,
): string {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(`Only a person can make ${what}.`);
  }
  return credentials.principal.userEntityRef;
}
