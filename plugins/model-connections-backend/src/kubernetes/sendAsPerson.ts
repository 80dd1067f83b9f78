import {
  ClusterForbiddenError,
  ImpersonationForbiddenError,
} from '../errors/errors';
import { ImpersonatedPerson } from './mapIdentity';

/** As the API server's authorizers put it, whichever they are; a quota or an admission plugin refuses in other words. */
const REFUSED = / cannot [a-z]+ (resource|path) /;

/**
 * Sends a request as a person, with one of their groups at a time until the cluster allows it.
 *
 * The API server wants a header line per group, and the Kubernetes plugin's proxy joins lines into one ("a, b" then
 * counts as one group of that name), however they are sent. What RBAC gives to somebody is the sum of what it gives to
 * them and to each of their groups, so what RBAC lets all of them together do, it lets one of them do. That is not so of
 * authorizers and admission policies that refuse members of a group: they see one group only, so the docs advise to pass
 * on none where a cluster has such. An authorizer refuses before anything is done, so nothing is done twice.
 *
 * Throws what `send` throws; where every group is refused, the refusal that tells most. The group that was taken is
 * moved to the front, for the next request of the same person.
 */
export async function sendAsPerson<T>(
  { user, groups }: ImpersonatedPerson,
  send: (headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  const impersonated = { 'impersonate-user': user };
  if (groups.length === 0) {
    return await send(impersonated);
  }
  const refusals: ClusterForbiddenError[] = [];
  for (const group of [...groups]) {
    try {
      const answer = await send({
        ...impersonated,
        'impersonate-group': group,
      });
      moveToFront(groups, group);
      return answer;
    } catch (error) {
      if (
        !(error instanceof ClusterForbiddenError) ||
        !REFUSED.test(error.message)
      ) {
        moveToFront(groups, group);
        throw error;
      }
      refusals.push(error);
    }
  }
  // That the portal may not act as one of the groups tells less than what the person may not do with another.
  throw (
    refusals.find(error => !(error instanceof ImpersonationForbiddenError)) ??
    refusals[0]
  );
}

function moveToFront(groups: string[], group: string): void {
  groups.splice(groups.indexOf(group), 1);
  groups.unshift(group);
}
