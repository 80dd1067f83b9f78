import { isError } from '@backstage/errors';
import {
  dedicatedServiceAccountName,
  InferenceService,
  isDedicatedServiceAccount,
  managedBy,
  MODEL_SERVICE,
  ModelServiceRef,
  OwnerReference,
  ownerReferenceTo,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import isEqual from 'lodash/isEqual';
import uniq from 'lodash/uniq';
import { ConflictingInputError } from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import {
  serviceAccountPath,
  serviceAccountsPath,
} from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

type Account = ServiceAccount & KubernetesObject;
type Owners = OwnerReference[] | undefined;

const WRITTEN = { fieldManager: 'mooring' };

const ownersOf = ({ metadata }: Account) =>
  metadata.ownerReferences as unknown as Owners;

/** The accounts that are made for one service each, to bring the credentials of its connection. */
export class ModelSourceAccounts {
  constructor(private readonly gateway: KubernetesGateway) {}

  /** An account of a project; `undefined` where there is none of that name. */
  async read(
    { cluster, namespace, name }: ModelServiceRef,
    options: ServiceOptions,
  ): Promise<Account | undefined> {
    try {
      const { body } = await this.gateway.request<Account>(
        cluster,
        { path: serviceAccountPath(namespace, name) },
        options,
      );
      return body;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** The account made for a service, whoever's it is now. */
  async readDedicated(ref: ModelServiceRef, options: ServiceOptions) {
    const name = dedicatedServiceAccountName(ref.name);
    return await this.read({ ...ref, name }, options);
  }

  /**
   * Makes an account, or takes up the one that is there where it is ours.
   *
   * @param former - the connection that the service has had so far
   * @param owner - the service, where it is stored already
   * @returns what takes it back
   * @throws ConflictingInputError where somebody else's account has the name
   */
  async ensure(
    ref: ModelServiceRef,
    wanted: ServiceAccount,
    options: ServiceOptions & { former?: string; owner?: OwnerReference },
  ): Promise<() => Promise<void>> {
    const { owner } = options;
    const body = {
      ...wanted,
      metadata: {
        ...wanted.metadata,
        ...(owner && { ownerReferences: [owner] }),
      },
    };
    const made = await this.#create(ref, body, options);
    if (made) {
      return () => this.#delete(ref, made, options);
    }
    const existing = await this.readDedicated(ref, options);
    if (!existing) {
      // Gone between the two calls.
      throw this.#foreign(ref);
    }
    return await this.#takeUp(ref, existing, wanted, options);
  }

  /** Makes the account go with its service. */
  async own(
    ref: ModelServiceRef,
    service: InferenceService,
    options: ServiceOptions,
  ): Promise<void> {
    const patch = {
      metadata: { ownerReferences: [ownerReferenceTo(service)] },
    };
    try {
      await this.#patch(ref, patch, options);
    } catch (error) {
      // Once more: it changes nothing where it was done the first time.
      if (!isUncertain(error)) throw error;
      await this.#patch(ref, patch, options);
    }
  }

  /** Whether an account goes with the service of a `uid`. */
  isOwned(account: Account, uid: string | undefined): boolean {
    return (
      uid !== undefined &&
      (ownersOf(account)?.some(owner => owner.uid === uid) ?? false)
    );
  }

  /** Whether an account was made here for the service and holds nothing but a connection. */
  isOurs(
    account: Account,
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
    account: Account | undefined,
    connections: readonly string[],
    uid: string | undefined,
    options: ServiceOptions,
  ): Promise<void> {
    if (account && this.isOurs(account, ref.name, connections, uid)) {
      await this.#delete(ref, account, options);
    }
  }

  async #create(
    ref: ModelServiceRef,
    body: ServiceAccount,
    options: ServiceOptions,
  ): Promise<Account | undefined> {
    try {
      const answer = await this.gateway.request<Account>(
        ref.cluster,
        {
          method: 'POST',
          path: serviceAccountsPath(ref.namespace),
          query: { ...WRITTEN, fieldValidation: 'Strict' },
          body,
        },
        options,
      );
      return answer.body;
    } catch (error) {
      if (isConflict(error)) return undefined;
      if (!isUncertain(error)) throw error;
      const found = await this.readDedicated(ref, options).catch(() => {
        throw leaves(error, ref);
      });
      if (!found) throw error;
      const connections = body.secrets!.map(({ name }) => name!);
      // Made after all, or left from before: either way it is taken back when this fails.
      if (this.isOurs(found, ref.name, connections, undefined)) {
        await this.#delete(ref, found, options).catch(() => {
          throw leaves(error, ref);
        });
      }
      throw error;
    }
  }

  async #takeUp(
    ref: ModelServiceRef,
    existing: Account,
    wanted: ServiceAccount,
    options: ServiceOptions & { former?: string; owner?: OwnerReference },
  ): Promise<() => Promise<void>> {
    const { former, owner } = options;
    const connection = wanted.secrets![0].name!;
    const connections = [connection, ...(former ? [former] : [])];
    if (!this.isOurs(existing, ref.name, connections, owner?.uid)) {
      throw this.#foreign(ref);
    }
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
    if (isEqual(before, after)) {
      return async () => {};
    }
    const restore = () => this.#patch(ref, before, options);
    const { resourceVersion } = existing.metadata;
    const preconditioned = {
      ...after,
      metadata: { ...after.metadata, resourceVersion },
    };
    try {
      await this.#patch(ref, preconditioned, options);
    } catch (error) {
      if (isUncertain(error)) {
        await restore().catch(() => {
          throw leaves(error, ref);
        });
      }
      throw isConflict(error) ? this.#foreign(ref) : error;
    }
    return restore;
  }

  async #patch(ref: ModelServiceRef, body: object, options: ServiceOptions) {
    await this.gateway.request(
      ref.cluster,
      {
        method: 'PATCH',
        path: serviceAccountPath(
          ref.namespace,
          dedicatedServiceAccountName(ref.name),
        ),
        query: WRITTEN,
        body,
      },
      options,
    );
  }

  async #delete(
    ref: ModelServiceRef,
    { metadata: { uid } }: Account,
    options: ServiceOptions,
  ): Promise<void> {
    const path = serviceAccountPath(
      ref.namespace,
      dedicatedServiceAccountName(ref.name),
    );
    const remove = () =>
      this.gateway.request(
        ref.cluster,
        { method: 'DELETE', path, body: { preconditions: { uid } } },
        options,
      );
    const isThere = async () =>
      (await this.readDedicated(ref, options))?.metadata.uid === uid;
    try {
      await remove().catch(async error => {
        // Once more: who did not answer may have done it, and a conflict may be about another one of that name.
        const isOpen = isUncertain(error) || isConflict(error);
        if (!isOpen) throw error;
        if (await isThere()) await remove();
      });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  #foreign(ref: ModelServiceRef) {
    const account = dedicatedServiceAccountName(ref.name);
    return new ConflictingInputError(
      `There is a ServiceAccount "${account}" in the project "${ref.namespace}" that was not made for this model service (annotation ${MODEL_SERVICE}, and the connection as its only Secret), so it is left alone.`,
      [
        {
          field: 'name',
          message: `Choose another name, or remove the ServiceAccount "${account}".`,
        },
      ],
    );
  }
}

/** The error, with what is left behind and what mends it. */
function leaves(error: unknown, ref: ModelServiceRef): unknown {
  if (isError(error)) {
    error.message += ` The ServiceAccount "${dedicatedServiceAccountName(
      ref.name,
    )}" may be left; the same request, sent again, takes it up.`;
  }
  return error;
}
