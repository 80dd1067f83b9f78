import {
  credentialSecretsOf,
  OwnerReference,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import isEqual from 'lodash/isEqual';
import { LAST_WRITE, lastWriteOf } from '../lastWrite';
import { ownersOf, StoredServiceAccount } from './ServiceAccounts';

/** How an account that is there is brought to what a service needs, and back. */
export interface AccountTakeUp {
  /** Whether it is as wanted already. */
  isNothing: boolean;
  /** The merge patch. */
  patch: object;
  /**
   * The merge patch that takes it back from an account as it is by then.
   *
   * @param needed - the connection that the service needs it for now; without, the former one
   */
  back(present: StoredServiceAccount, needed?: string): object;
}

type Names = { name?: string }[] | undefined;

/** In a list of names, one in the place of another; whatever else is in it stays. */
const replaced = (list: Names, from: string, to: string) =>
  list?.map(entry => (entry.name === from ? { ...entry, name: to } : entry));

const without = (list: Names, names: readonly string[]) =>
  list?.filter(({ name = '' }) => !names.includes(name));

/** A list of a merge patch, in which an empty one is taken out. */
const orNull = (list: Names) => (list && list.length > 0 ? list : null);

/**
 * Works out how to take up an account that is ours. Only the connection, the pull secrets that are wanted and the owner are
 * changed: the cluster may have added Secrets of its own.
 *
 * @param mark - of this write
 */
export function takeUpAccount(
  existing: StoredServiceAccount,
  wanted: ServiceAccount,
  mark: string,
  owner: OwnerReference | undefined,
): AccountTakeUp {
  const connection = wanted.secrets![0].name!;
  const [former] = credentialSecretsOf(existing);
  const pullSecrets = existing.imagePullSecrets ?? [];
  const present = pullSecrets.map(({ name }) => name);
  const added = (wanted.imagePullSecrets ?? []).flatMap(({ name }) =>
    name === undefined || present.includes(name) ? [] : [name],
  );
  const owners = ownersOf(existing) ?? null;
  // An owner of former times is gone, and would take the account with it.
  const ownerReferences = owner ? [owner] : null;
  const versioned = ({ metadata }: StoredServiceAccount) => ({
    resourceVersion: metadata.resourceVersion,
  });
  return {
    isNothing:
      former === connection &&
      added.length === 0 &&
      isEqual(owners, ownerReferences),
    patch: {
      secrets: replaced(existing.secrets, former, connection),
      ...(added.length > 0 && {
        imagePullSecrets: [...pullSecrets, ...added.map(name => ({ name }))],
      }),
      metadata: {
        ...versioned(existing),
        ownerReferences,
        annotations: { [LAST_WRITE]: mark },
      },
    },
    back: (account, needed = former) => ({
      secrets: replaced(account.secrets, connection, needed),
      imagePullSecrets: orNull(without(account.imagePullSecrets, added)),
      metadata: {
        ...versioned(account),
        ownerReferences: owners,
        annotations: { [LAST_WRITE]: lastWriteOf(existing) ?? null },
      },
    }),
  };
}
