import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { mappedNameProblem } from '../kubernetes/mappedNameProblem';

/** Which name of an entity a cluster is told: `name` shortens those of the namespace `default`, the others keep the ref. */
export type EntityNaming = 'name' | 'entityRef';

/** How the signed-in identity is called in clusters that the portal's account acts on for people. */
export interface ImpersonationConfig {
  user: EntityNaming;
  userPrefix: string;
  groups: EntityNaming | 'none';
  groupPrefix: string;
  /** The groups, as clusters know them, that may be passed on; `undefined` for all. */
  allowedGroups?: readonly string[];
}

/** As whom the Kubernetes plugin and its clusters are called. */
export interface KubernetesConfig {
  /** Whom the Kubernetes plugin's proxy sees: our plugin, or the person who calls. */
  proxyIdentity: 'plugin' | 'user';
  /** Absent when clusters see the portal's account. */
  impersonate?: ImpersonationConfig;
}

const SECTION = 'modelConnections.kubernetes';

/**
 * Reads `kubernetes` of the section `modelConnections`. Throws `InputError` for a value that cannot be meant, and for
 * impersonation where people can use the Kubernetes plugin's proxy: with `proxyIdentity: user`, and without permissions.
 */
export function readKubernetesConfig(
  section: Config | undefined,
  hasPermissions: boolean,
): KubernetesConfig {
  const config = section?.getOptionalConfig('kubernetes');
  const proxyIdentity = readChoice(config, 'proxyIdentity', ['plugin', 'user']);
  const impersonate = readImpersonation(config);
  if (impersonate && proxyIdentity === 'user') {
    throw new InputError(
      `${SECTION}.impersonate and ${SECTION}.proxyIdentity: user cannot be combined. With the latter, people need the permission kubernetes.proxy, and whoever has it can send any Impersonate-* header to the portal's account through the Kubernetes plugin's proxy and so be anybody. Remove one of the two.`,
    );
  }
  if (impersonate && !hasPermissions) {
    throw new InputError(
      `${SECTION}.impersonate needs permission.enabled: true. Without permissions everybody may use the Kubernetes plugin's proxy, which passes any Impersonate-* header on to the portal's account.`,
    );
  }
  return { proxyIdentity, impersonate };
}

function readImpersonation(
  config: Config | undefined,
): ImpersonationConfig | undefined {
  const given = config?.getOptional('impersonate');
  if (given === undefined || given === false) {
    return undefined;
  }
  if (typeof given !== 'boolean' && typeof given !== 'object') {
    throw new InputError(
      `${SECTION}.impersonate: must be true, false, or an object with the mapping`,
    );
  }
  const mapping = given === true ? undefined : config?.getConfig('impersonate');
  const allowedGroups = mapping?.getOptionalStringArray('allowedGroups');
  const groupPrefix = readPrefix(mapping, 'groupPrefix');
  for (const group of allowedGroups ?? []) {
    const what = `allowedGroups: "${group}"`;
    checkName(what, group);
    const rest = group.slice(groupPrefix.length);
    if (!group.startsWith(groupPrefix) || rest !== rest.toLowerCase()) {
      throw new InputError(
        `${SECTION}.impersonate.${what} is never the name of a group: after groupPrefix ("${groupPrefix}") comes a name in lower case, as in the catalog`,
      );
    }
  }
  return {
    user: readChoice(mapping, 'user', ['name', 'entityRef'], '.impersonate'),
    userPrefix: readPrefix(mapping, 'userPrefix'),
    groups: readChoice(
      mapping,
      'groups',
      ['name', 'entityRef', 'none'],
      '.impersonate',
    ),
    groupPrefix,
    allowedGroups,
  };
}

function readPrefix(config: Config | undefined, key: string): string {
  const prefix = config?.getOptionalString(key) ?? '';
  // As it would begin a name.
  checkName(`${key}: "${prefix}"`, `${prefix}x`);
  return prefix;
}

function checkName(what: string, name: string): void {
  const problem = mappedNameProblem(name);
  if (problem) {
    throw new InputError(`${SECTION}.impersonate.${what} ${problem}`);
  }
}

/** One of some words, the first where there is none. */
function readChoice<T extends string>(
  config: Config | undefined,
  key: string,
  choices: readonly [T, ...T[]],
  within: string = '',
): T {
  const given = config?.getOptionalString(key);
  const choice = choices.find(known => known === (given ?? choices[0]));
  if (choice === undefined) {
    throw new InputError(
      `${SECTION}${within}.${key}: "${given}" is none of ${choices.join(', ')}`,
    );
  }
  return choice;
}
