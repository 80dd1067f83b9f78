import { randomUUID } from 'node:crypto';
import { isError } from '@backstage/errors';
import {
  connectionOfService,
  credentialSecretsOf,
  dedicatedServiceAccountName,
  InferenceService,
  ModelServiceRef,
  ownerReferenceTo,
} from '@mooring/backstage-plugin-model-connections-common';
import { isMissing } from '../../errors/isMissing';
import { reasonOf } from '../../errors/reasonOf';
import { ServiceOptions } from '../ServiceOptions';
import { takenBack, Undo } from '../takeBack';
import { InferenceServices } from './InferenceServices';
import { AccountUndo, ModelSourceAccounts } from './ModelSourceAccounts';
import { ModelServicePlan } from './planModelService';
import { StoredServiceAccount } from './ServiceAccounts';
import { undoneBinding } from './undoneBinding';

/** What the writes need. */
export interface WriteContext {
  services: InferenceServices;
  accounts: ModelSourceAccounts;
}

/** A service that was changed. */
export interface WrittenModelService {
  service: InferenceService;
  /** What of its former state was left, and how to mend that. */
  warnings: string[];
}

const accountLeft = (ref: ModelServiceRef): string =>
  `The ServiceAccount "${dedicatedServiceAccountName(
    ref.name,
  )}" could not be put back as it was; the same request, sent again, takes it up.`;

/** The connection that a service needs the account made for it for; `undefined` where it runs under another. */
function connectionByAccount(service: InferenceService): string | undefined {
  const { metadata, spec } = service;
  return spec.predictor.serviceAccountName ===
    dedicatedServiceAccountName(metadata.name)
    ? connectionOfService(service) ?? ''
    : undefined;
}

/** A service as it is by now; `undefined` where it is gone. */
async function readNow(
  ref: ModelServiceRef,
  { services }: WriteContext,
  options: ServiceOptions,
): Promise<InferenceService | undefined> {
  return await services.read(ref, options).catch(error => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** Takes back the account of a service that somebody else may have changed meanwhile. */
async function undoAccount(
  ref: ModelServiceRef,
  undo: AccountUndo,
  context: WriteContext,
  options: ServiceOptions,
): Promise<void> {
  const found = await readNow(ref, context, options);
  await undo((found && connectionByAccount(found)) || undefined);
}

/** Throws `ConflictingInputError` where the account that a plan needs is somebody else's. Writes nothing. */
export async function requireAccount(
  ref: ModelServiceRef,
  { serviceAccount, current, former }: ModelServicePlan,
  { accounts }: WriteContext,
  options: ServiceOptions,
): Promise<void> {
  if (!serviceAccount) return;
  const owner = current && ownerReferenceTo(current);
  await accounts.requireOurs(ref, serviceAccount, {
    ...options,
    former,
    owner,
  });
}

/** Makes the objects of a new service: the account, the service, the tie between them. */
export async function createModelService(
  ref: ModelServiceRef,
  { inferenceService, serviceAccount }: ModelServicePlan,
  { services, accounts }: WriteContext,
  options: ServiceOptions,
): Promise<InferenceService> {
  const done: Undo[] = [];
  const marked = { ...options, mark: randomUUID() };
  try {
    await services.requireFree(ref, options);
    if (serviceAccount) {
      const undo = await accounts.ensure(ref, serviceAccount, marked);
      done.push({ left: accountLeft(ref), run: () => undo() });
    }
    const stored = await services.create(ref, inferenceService, options);
    done.push({
      left: `The model service "${ref.name}" could not be removed again; delete it, or apply its connection to it once more.`,
      run: () => services.delete(ref, stored.metadata.uid, options),
    });
    if (serviceAccount) {
      await accounts.own(ref, stored, serviceAccount, marked);
    }
    const undone = undoneBinding(stored, inferenceService);
    return undone ? await services.patch(ref, stored, undone, options) : stored;
  } catch (error) {
    if (!services.isOpen(error)) throw await takenBack(error, done);
    // Pods of a service that may be there need the account.
    if (serviceAccount && isError(error)) {
      error.message += ` The ServiceAccount "${dedicatedServiceAccountName(
        ref.name,
      )}" may be left; the same request, sent again, takes it up, and deleting the model service removes it.`;
    }
    throw error;
  }
}

/** Changes a service: the new binding in, one patch, the old binding out. */
export async function changeModelService(
  ref: ModelServiceRef,
  plan: ModelServicePlan & { current: InferenceService },
  context: WriteContext,
  options: ServiceOptions,
): Promise<WrittenModelService> {
  const { services, accounts } = context;
  const { current, patch, serviceAccount, former } = plan;
  const done: Undo[] = [];
  let stored = current;
  const unused = await findUnused(ref, plan, context, options);
  try {
    if (serviceAccount) {
      const connection = serviceAccount.secrets![0].name;
      const undo = await accounts.ensure(ref, serviceAccount, {
        ...options,
        mark: randomUUID(),
        former,
        isBound: connectionByAccount(current) === connection,
        owner: ownerReferenceTo(current),
      });
      done.push({
        left: `The ServiceAccount "${dedicatedServiceAccountName(
          ref.name,
        )}" may hold the credentials of "${connection}" already, and new pods would get them; send the same change again, or apply the connection of the model service to it once more.`,
        run: () => undoAccount(ref, undo, context, options),
      });
    }
    if (patch) {
      stored = await services.patch(ref, current, patch, options);
    }
  } catch (error) {
    throw await takenBack(error, done);
  }
  const undone = patch && undoneBinding(stored, plan.inferenceService);
  if (undone) {
    try {
      stored = await services.patch(ref, stored, undone, options);
    } catch (error) {
      if (isError(error)) {
        error.message = `The model service "${ref.name}" is changed, but a webhook of the cluster has taken out what binds its model, and that could not be put back. Apply its connection to it once more, or save it once more. ${error.message}`;
      }
      throw error;
    }
  }
  const isUnused = connectionByAccount(stored) === undefined;
  const problem = isUnused
    ? await removeUnused(ref, plan, unused, context, options)
    : undefined;
  return { service: stored, warnings: problem ? [problem] : [] };
}

/** The account that a change may leave unused, as it is before the change; why it cannot be seen, where there is one. */
async function findUnused(
  ref: ModelServiceRef,
  { current, inferenceService }: ModelServicePlan,
  { accounts }: WriteContext,
  options: ServiceOptions,
): Promise<{ account?: StoredServiceAccount; problem?: unknown }> {
  if (connectionByAccount(inferenceService) !== undefined) return {};
  try {
    return { account: await accounts.readDedicated(ref, options) };
  } catch (problem) {
    // Where it has not been in use there is hardly one.
    const isUsed = current && connectionByAccount(current) !== undefined;
    return isUsed ? { problem } : {};
  }
}

/**
 * Removes the account that is not used any more, unless somebody has taken it up since it was read, for which it gets another
 * mark before the service names it. The change itself is done: gives in words what is left.
 */
async function removeUnused(
  ref: ModelServiceRef,
  { current, former }: ModelServicePlan & { current: InferenceService },
  { account, problem }: Awaited<ReturnType<typeof findUnused>>,
  { accounts }: WriteContext,
  options: ServiceOptions,
): Promise<string | undefined> {
  try {
    if (problem) throw problem;
    await accounts.remove(
      ref,
      account,
      former ? [former] : [],
      current.metadata.uid,
      options,
    );
    return undefined;
  } catch (error) {
    const name = dedicatedServiceAccountName(ref.name);
    return `The former ServiceAccount "${name}" may be left: ${reasonOf(
      error,
    )} The model service does not use it any more, and it goes with it; to be rid of it before, delete it with "kubectl delete serviceaccount ${name} --namespace ${
      ref.namespace
    }".`;
  }
}

/** Deletes a service, and then the account made for it where it would not go with it. */
export async function deleteModelService(
  ref: ModelServiceRef,
  service: InferenceService | undefined,
  connections: readonly string[],
  { services, accounts }: WriteContext,
  options: ServiceOptions,
): Promise<boolean> {
  const account = await accounts.readDedicated(ref, options);
  const uid = service?.metadata.uid;
  const named = account ? credentialSecretsOf(account) : [];
  const isLeft =
    account !== undefined &&
    // What the service owns goes with it.
    !accounts.isOwned(account, uid) &&
    accounts.isOurs(account, ref.name, service ? connections : named, uid);
  if (service) {
    await services.delete(ref, uid, options);
  }
  if (isLeft) {
    try {
      await accounts.remove(ref, account, named, uid, options);
    } catch (error) {
      if (isError(error)) {
        error.message = `The model service "${ref.name}" is deleted, but not the ServiceAccount "${account.metadata.name}" that was made for it. Delete it once more to remove that. ${error.message}`;
      }
      throw error;
    }
  }
  return service !== undefined || isLeft;
}
