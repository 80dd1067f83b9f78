import {
  credentialSecretsOf,
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
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { LAST_WRITE, lastWriteOf } from '../lastWrite';
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
import { takeUpAccount } from './takeUpAccount';

/**
 * Takes back what was done to an account, unless somebody else has changed it since.
 *
 * @param needed - the connection that the service needs the account for now; without, it becomes as it was
 */
export type AccountUndo = (needed?: string) => Promise<void>;

/** A request that writes an account. */
interface AccountWriteOptions extends ServiceOptions {
  /** Tells what this request has written from what others have, as {@link LAST_WRITE}. */
  mark: string;
}

interface AccountOptions extends ServiceOptions {
  /** The connection that the service has had so far. */
  former?: string;
  /** The service, where it is stored already. */
  owner?: OwnerReference;
}

interface EnsureOptions extends AccountOptions, AccountWriteOptions {
  /** Whether the service has this very binding, so that an account that is as wanted is nobody's doing of the moment. */
  isBound?: boolean;
}

/** An account may come or go between two calls. */
const MOST_ATTEMPTS = 3;

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
    const { owner, mark } = options;
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
        ? await this.#takeUp(ref, existing, wanted, options)
        : await this.#create(ref, body, options);
      if (undo) return undo;
    }
    throw busyAccount(ref);
  }

  /** Throws `ConflictingInputError` where somebody else's account has the name. */
  async requireOurs(
    ref: ModelServiceRef,
    wanted: ServiceAccount,
    options: AccountOptions,
  ): Promise<void> {
    const existing = await this.readDedicated(ref, options);
    if (existing) this.#requireOurs(ref, existing, wanted, options);
  }

  #requireOurs(
    ref: ModelServiceRef,
    existing: StoredServiceAccount,
    wanted: ServiceAccount,
    { former, owner }: AccountOptions,
  ): void {
    const connections = [wanted.secrets![0].name!, ...(former ? [former] : [])];
    // Where the service is not stored yet, one of its name that owns the account is gone.
    const uid = owner ? owner.uid : formerOwnerOf(existing, ref.name)?.uid;
    if (!this.isOurs(existing, ref.name, connections, uid)) {
      throw foreignAccount(ref);
    }
  }

  /**
   * Makes the account go with its service, and makes it once more where somebody has taken it back. It is taken up with that:
   * who was slower with a service of the name leaves it alone.
   */
  async own(
    ref: ModelServiceRef,
    service: InferenceService,
    wanted: ServiceAccount,
    options: AccountWriteOptions,
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
    { mark, ...options }: AccountWriteOptions,
  ): Promise<void> {
    const annotations = { [LAST_WRITE]: mark };
    const patch = { metadata: { ownerReferences: [owner], annotations } };
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
    return (
      managedBy(account.metadata) === undefined &&
      isDedicatedServiceAccount(
        account,
        service,
        // The owner vouches for it, whatever connection that was.
        this.isOwned(account, uid) ? credentialSecretsOf(account) : connections,
      )
    );
  }

  /**
   * Removes what was made for a service and is not used any more, unless somebody else has taken it up since it was read;
   * whatever else has the name stays.
   */
  async remove(
    ref: ModelServiceRef,
    account: StoredServiceAccount | undefined,
    connections: readonly string[],
    uid: string | undefined,
    options: ServiceOptions,
  ): Promise<void> {
    if (account && this.isOurs(account, ref.name, connections, uid)) {
      await this.#delete(ref, account, options);
    }
  }

  /** Deletes an account as it was read, or as a controller has changed it since. */
  async #delete(
    ref: ModelServiceRef,
    read: StoredServiceAccount,
    options: ServiceOptions,
  ): Promise<void> {
    const isUnchanged = (account: StoredServiceAccount) =>
      lastWriteOf(account) === lastWriteOf(read) &&
      isEqual(credentialSecretsOf(account), credentialSecretsOf(read));
    let present = read;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const left = await this.#accounts.delete(
        accountRef(ref),
        present,
        options,
      );
      if (!left || !isUnchanged(left)) return;
      present = left;
    }
    throw busyAccount(ref);
  }

  /** Makes the account; `undefined` where there is one of that name by now. */
  async #create(
    ref: ModelServiceRef,
    body: ServiceAccount,
    { mark, ...options }: AccountWriteOptions,
  ): Promise<AccountUndo | undefined> {
    try {
      const made = await this.#accounts.create(accountRef(ref), body, options);
      // Somebody who deploys under the same name at the same time may have taken it up.
      return () => this.#delete(ref, made, options);
    } catch (error) {
      if (isConflict(error)) return undefined;
      if (!isUncertain(error)) throw error;
      const found = await this.readDedicated(ref, options).catch(() => {
        throw withAccountLeft(error, ref);
      });
      // Made after all: it is taken back when this fails.
      if (found && lastWriteOf(found) === mark) {
        await this.#delete(ref, found, options).catch(() => {
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
    options: EnsureOptions,
  ): Promise<AccountUndo | undefined> {
    const { isBound = false, mark, owner } = options;
    this.#requireOurs(ref, existing, wanted, options);
    const takeUp = takeUpAccount(existing, wanted, mark, owner);
    if (isBound && takeUp.isNothing) {
      return async () => {};
    }
    const account = accountRef(ref);
    const restore = async (
      stored: StoredServiceAccount,
      needed?: string,
    ): Promise<void> => {
      if (needed === wanted.secrets![0].name) return;
      let present: StoredServiceAccount | undefined = stored;
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
        try {
          const back = takeUp.back(present, needed);
          await this.#accounts.patch(account, back, options);
          return;
        } catch (error) {
          if (isMissing(error)) return;
          if (!isConflict(error)) throw error;
        }
        present = await this.readDedicated(ref, options);
        // Whoever has taken it up since answers for it.
        if (!present || lastWriteOf(present) !== mark) return;
      }
      throw busyAccount(ref);
    };
    try {
      const { patch } = takeUp;
      const stored = await this.#accounts.patch(account, patch, options);
      return async needed => await restore(stored, needed);
    } catch (error) {
      if (isConflict(error) || isMissing(error)) return undefined;
      if (isUncertain(error)) {
        try {
          const found = await this.readDedicated(ref, options);
          if (found && lastWriteOf(found) === mark) await restore(found);
        } catch {
          throw withAccountLeft(error, ref);
        }
      }
      throw error;
    }
  }
}
