import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { EntityNaming, ImpersonationConfig } from '../config/KubernetesConfig';
import { mappedNameProblem } from './mappedNameProblem';

/** What a cluster calls a person. */
export interface ImpersonatedPerson {
  user: string;
  groups: string[];
}

/**
 * How many groups are passed on at most: each costs a call where the cluster refuses the ones before it
 * (see `sendAsPerson`).
 */
const MOST_GROUPS = 10;

/**
 * What clusters call a signed-in person and their groups. Throws `NotAllowedError` for a name that must not reach a
 * cluster, and for more groups than are passed on.
 */
export function mapIdentity(
  { userEntityRef, ownershipEntityRefs }: BackstageUserInfo,
  config: ImpersonationConfig,
): ImpersonatedPerson {
  const user =
    config.userPrefix + entityName(userEntityRef, 'user', config.user);
  refuse(userEntityRef, user);
  return { user, groups: mapGroups(ownershipEntityRefs, config) };
}

function mapGroups(
  refs: string[],
  { groups: naming, groupPrefix, allowedGroups }: ImpersonationConfig,
): string[] {
  if (naming === 'none') {
    return [];
  }
  const groups = new Map<string, string>();
  for (const ref of refs) {
    // Of what a person owns things by, they themselves and other kinds are no groups.
    if (parse(ref).kind.toLowerCase() === 'group') {
      groups.set(groupPrefix + entityName(ref, 'group', naming), ref);
    }
  }
  const passed = [...groups].filter(
    ([group]) => allowedGroups?.includes(group) ?? true,
  );
  for (const [group, ref] of passed) {
    refuse(ref, group);
  }
  if (passed.length > MOST_GROUPS) {
    throw new NotAllowedError(
      `You are in ${passed.length} groups that the portal would name to the cluster, and it names ${MOST_GROUPS} at most. Ask whoever runs the portal to list those that clusters know under modelConnections.kubernetes.impersonate.allowedGroups.`,
    );
  }
  return passed.map(([group]) => group);
}

/**
 * A full ref is told apart from every short name by its ":" and "/", so no two entities are ever called the same. Refs
 * that differ in case only are one entity in Backstage.
 */
function entityName(
  ref: string,
  kind: 'user' | 'group',
  naming: EntityNaming,
): string {
  const full = stringifyEntityRef(parse(ref));
  const prefix = `${kind}:${DEFAULT_NAMESPACE}/`;
  const short = full.startsWith(prefix) ? full.slice(prefix.length) : full;
  return naming === 'name' && !/[:/]/.test(short) ? short : full;
}

function parse(ref: string) {
  try {
    return parseEntityRef(ref);
  } catch {
    throw new NotAllowedError(
      'Your sign-in has an identity that is no entity ref, so the portal cannot say to the cluster who you are.',
    );
  }
}

function refuse(ref: string, name: string): void {
  const problem = mappedNameProblem(name);
  if (problem) {
    throw new NotAllowedError(
      `The portal cannot act for you in this cluster: the name that "${ref}" would have there ${problem}.`,
    );
  }
}
