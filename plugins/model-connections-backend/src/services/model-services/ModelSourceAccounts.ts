import { randomUUID } from 'node:crypto';
import {
  dedicatedServiceAccountName,
  InferenceService,
  isDedicatedServiceAccount,
  managedBy,
  ModelServiceRef,
  OwnerReference,
  ownerReferenceTo,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import isEqual from 'lodash/isEqual';
import uniq from 'lodash/uniq';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ServiceOptions } from '../ServiceOptions';
import {
  busyAccount,
  foreignAccount,
  withAccountLeft,
} from './accountProblems';
import {
  ownersOf,
  ServiceAccountRef,
  ServiceAccounts,
  StoredServiceAccount,
} from './ServiceAccounts';

/**
 * Takes back what was done to an account, unless somebody else has changed it since.
 *
 * @param needed - the connection that the service needs the account for now; without, it becomes as it was
 */
export type AccountUndo = (needed?: string) => Promise<void>;

interface EnsureOptions extends ServiceOptions {
  /** The connection that the service has had so far. */
  former?: string;
  /** Whether the service has this very binding, so that an account that is as wanted is nobody's doing of the moment. */
  isBound?: boolean;
  /** The service, where it is stored already. */
  owner?: OwnerReference;
}

/** An account may come or go between two calls. */
const MOST_ATTEMPTS = 3;

/**
 * On an account: a mark of the last write that made it or took it up. Who writes knows its own by it, and who takes up an
 * account as it is gives it another version all the same, so that nobody else takes it back.
 */
const LAST_WRITE = 'mooring.dev/last-write';

const hasMark = ({ metadata }: StoredServiceAccount, mark: string): boolean =>
  metadata.annotations?.[LAST_WRITE] === mark;

const accountRef = (ref: ModelServiceRef): ServiceAccountRef => ({
  ...ref,
  name: dedicatedServiceAccountName(ref.name),
});

const formerOwnerOf = (account: StoredServiceAccount, service: string) =>
  ownersOf(account)?.find(
    ({ kind, name }) => kind === 'InferenceService' && name === service,
  );

/** The accounts that are made for one service each, to bring the credentials of its connection. */
export class ModelSourceAccounts {
  readonly #accounts: ServiceAccounts;

  constructor(gateway: KubernetesGateway) {
    this.#accounts = new ServiceAccounts(gateway);
  }

  /** Any account of a project; `undefined` where there is none of that name. */
  async read(ref: ServiceAccountRef, options: ServiceOptions) {
    return await this.#accounts.read(ref, options);
  }

  /** The account made for a service, whoever's it is now. */
  async readDedicated(ref: ModelServiceRef, options: ServiceOptions) {
    return await this.#accounts.read(accountRef(ref), options);
  }

  /**
   * Makes an account, or takes up the one that is there where it is ours.
   *
   * @returns what takes it back
   * @throws ConflictingInputError where somebody else's account has the name
   */
  async ensure(
    ref: ModelServiceRef,
    wanted: ServiceAccount,
    options: EnsureOptions,
  ): Promise<AccountUndo> {
    const { owner } = options;
    const mark = randomUUID();
    const body = {
      ...wanted,
      metadata: {
        ...wanted.metadata,
        annotations: { ...wanted.metadata.annotations, [LAST_WRITE]: mark },
        ...(owner && { ownerReferences: [owner] }),
      },
    };
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const existing = await this.readDedicated(ref, options);
      const undo = existing
        ? await this.#takeUp(ref, existing, wanted, mark, options)
        : await this.#create(ref, body, mark, options);
      if (undo) return undo;
    }
    throw busyAccount(ref);
  }

  /** Throws `ConflictingInputError` where somebody else's account has the name. */
  async requireOurs(
    ref: ModelServiceRef,
    wanted: ServiceAccount,
    options: EnsureOptions,
  ): Promise<void> {
    const existing = await this.readDedicated(ref, options);
    if (existing) this.#requireOurs(ref, existing, wanted, options);
  }

  #requireOurs(
    ref: ModelServiceRef,
    existing: StoredServiceAccount,
    wanted: ServiceAccount,
    { former, owner }: EnsureOptions,
  ): void {
    const connections = [wanted.secrets![0].name!, ...(former ? [former] : [])];
    // Where the service is not stored yet, one of its name that owns the account is gone.
    const uid = owner ? owner.uid : formerOwnerOf(existing, ref.name)?.uid;
    if (!this.isOurs(existing, ref.name, connections, uid)) {
      throw foreignAccount(ref);
    }
  }

  /** Makes the account go with its service, and makes it once more where somebody has taken it back. */
  async own(
    ref: ModelServiceRef,
    service: InferenceService,
    wanted: ServiceAccount,
    options: ServiceOptions,
  ): Promise<void> {
    const owner = ownerReferenceTo(service);
    try {
      await this.#own(ref, owner, options);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await this.ensure(ref, wanted, { ...options, owner });
    }
  }

  async #own(
    ref: ModelServiceRef,
    owner: OwnerReference,
    options: ServiceOptions,
  ): Promise<void> {
    const patch = { metadata: { ownerReferences: [owner] } };
    try {
      await this.#accounts.patch(accountRef(ref), patch, options);
    } catch (error) {
      // Once more: it changes nothing where it was done the first time.
      if (!isUncertain(error)) throw error;
      await this.#accounts.patch(accountRef(ref), patch, options);
    }
  }

  /** Whether an account goes with the service of a `uid`. */
  isOwned(account: StoredServiceAccount, uid: string | undefined): boolean {
    return (
      uid !== undefined &&
      (ownersOf(account)?.some(owner => owner.uid === uid) ?? false)
    );
  }

  /** Whether an account was made here for the service and holds nothing but a connection. */
  isOurs(
    account: StoredServiceAccount,
    service: string,
    connections: readonly string[],
    uid: string | undefined,
  ): boolean {
    const own = account.secrets?.map(({ name }) => name ?? '') ?? [];
    return (
      managedBy(account.metadata) === undefined &&
      isDedicatedServiceAccount(
        account,
        service,
        // The owner vouches for it, whatever connection that was.
        this.isOwned(account, uid) ? own : connections,
      )
    );
  }

  /** Removes what was made for a service and is not used any more; whatever else has the name stays. */
  async remove(
    ref: ModelServiceRef,
    account: StoredServiceAccount | undefined,
    connections: readonly string[],
    uid: string | undefined,
    options: ServiceOptions,
  ): Promise<void> {
    if (account && this.isOurs(account, ref.name, connections, uid)) {
      await this.#accounts.delete(accountRef(ref), account, options);
    }
  }

  /** Makes the account; `undefined` where there is one of that name by now. */
  async #create(
    ref: ModelServiceRef,
    body: ServiceAccount,
    mark: string,
    options: ServiceOptions,
  ): Promise<AccountUndo | undefined> {
    const account = accountRef(ref);
    try {
      const made = await this.#accounts.create(account, body, options);
      // Somebody who deploys under the same name at the same time may have taken it up.
      return () => this.#accounts.delete(account, made, options);
    } catch (error) {
      if (isConflict(error)) return undefined;
      if (!isUncertain(error)) throw error;
      const found = await this.readDedicated(ref, options).catch(() => {
        throw withAccountLeft(error, ref);
      });
      if (!found) throw error;
      // Made after all: it is taken back when this fails.
      if (hasMark(found, mark)) {
        await this.#accounts.delete(account, found, options).catch(() => {
          throw withAccountLeft(error, ref);
        });
      }
      throw error;
    }
  }

  /** Takes up an account that is ours; `undefined` where it has changed or gone meanwhile. */
  async #takeUp(
    ref: ModelServiceRef,
    existing: StoredServiceAccount,
    wanted: ServiceAccount,
    mark: string,
    options: EnsureOptions,
  ): Promise<AccountUndo | undefined> {
    const { isBound = false, owner } = options;
    const connection = wanted.secrets![0].name!;
    this.#requireOurs(ref, existing, wanted, options);
    const before = {
      secrets: existing.secrets,
      imagePullSecrets: existing.imagePullSecrets ?? null,
      metadata: { ownerReferences: ownersOf(existing) ?? null },
    };
    const pullSecrets = uniq(
      [
        ...(existing.imagePullSecrets ?? []),
        ...(wanted.imagePullSecrets ?? []),
      ].map(({ name }) => name!),
    ).map(name => ({ name }));
    const after = {
      secrets: wanted.secrets,
      imagePullSecrets: pullSecrets.length > 0 ? pullSecrets : null,
      // An owner of former times is gone, and would take the account with it.
      metadata: { ownerReferences: owner ? [owner] : null },
    };
    if (isBound && isEqual(before, after)) {
      return async () => {};
    }
    const account = accountRef(ref);
    const restore = async (
      stored: StoredServiceAccount,
      needed?: string,
    ): Promise<void> => {
      if (needed === connection) return;
      const formerMark = existing.metadata.annotations?.[LAST_WRITE] ?? null;
      const secrets =
        needed === undefined ? before.secrets : [{ name: needed }];
      let present: StoredServiceAccount | undefined = stored;
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
        const patch = {
          ...before,
          secrets,
          metadata: {
            ...before.metadata,
            annotations: { [LAST_WRITE]: formerMark },
            resourceVersion: present.metadata.resourceVersion,
          },
        };
        try {
          await this.#accounts.patch(account, patch, options);
          return;
        } catch (error) {
          if (isMissing(error)) return;
          if (!isConflict(error)) throw error;
        }
        present = await this.readDedicated(ref, options);
        // Whoever has taken it up since answers for it.
        if (!present || !hasMark(present, mark)) return;
      }
      throw busyAccount(ref);
    };
    const preconditioned = {
      ...after,
      metadata: {
        ...after.metadata,
        annotations: { [LAST_WRITE]: mark },
        resourceVersion: existing.metadata.resourceVersion,
      },
    };
    try {
      const stored = await this.#accounts.patch(
        account,
        preconditioned,
        options,
      );
      return async needed => await restore(stored, needed);
    } catch (error) {
      if (isConflict(error) || isMissing(error)) return undefined;
      if (isUncertain(error)) {
        try {
          const found = await this.readDedicated(ref, options);
          if (found && hasMark(found, mark)) await restore(found);
        } catch {
          throw withAccountLeft(error, ref);
        }
      }
      throw error;
    }
  }
}
