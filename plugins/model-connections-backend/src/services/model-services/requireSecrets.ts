import {
  effectiveServiceAccountName,
  EnvironmentVariable,
  InferenceService,
  ModelServiceWrite,
  ProjectRef,
  readModelService,
  RenderedModelService,
  secretsOfService,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import { WriteOptions } from './ModelServingService';
import { readCredentialsConfig } from './readCredentialsConfig';

interface RequireContext {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
  accounts: ModelSourceAccounts;
}

const referencesOf = (env: readonly EnvironmentVariable[] = []) =>
  env.flatMap(({ valueFrom }) => {
    const { name, key } = valueFrom?.secretKeyRef ?? {};
    return typeof name === 'string' ? [{ name, id: `${name}/${key}` }] : [];
  });

/** Asks for every Secret of which a change newly brings a key to pods by a variable. */
export async function requireSecretsOfVariables(
  { env }: ModelServiceWrite,
  current: InferenceService | undefined,
  { requireUse }: WriteOptions,
): Promise<void> {
  const { env: before } = current
    ? readModelService(current, { cluster: '' })
    : { env: undefined };
  const present = new Set(referencesOf(before).map(({ id }) => id));
  const names = referencesOf(env)
    .filter(({ id }) => !present.has(id))
    .map(({ name }) => name);
  for (const name of new Set(names)) {
    await requireUse(name);
  }
}

/**
 * Asks for every Secret that a service has when it is bound: the account's that its pods run under, and whatever is kept of
 * the former binding, too, because another location gets the same credentials sent elsewhere.
 *
 * @param bound - a service that is bound once more to what it has: only what it has not had is asked for then
 */
export async function requireSecretsOfBinding(
  ref: ProjectRef,
  { inferenceService, serviceAccount }: RenderedModelService,
  bound: InferenceService | undefined,
  context: RequireContext,
  options: WriteOptions,
): Promise<void> {
  const { requireUse } = options;
  const credentials = await readCredentialsConfig(ref, context, options);
  const secretsOf = async (
    service: InferenceService,
    made?: ServiceAccount,
  ) => {
    const name = effectiveServiceAccountName(service);
    const account =
      made ?? (await context.accounts.read({ ...ref, name }, options));
    return secretsOfService(service, account, credentials);
  };
  const wanted = await secretsOf(inferenceService, serviceAccount);
  const present = bound && (await secretsOf(bound));
  for (const [name, via] of wanted) {
    const before = present?.get(name);
    // An annotation alone brings nothing to pods.
    const isHad =
      before !== undefined && (before !== 'annotation' || via === 'annotation');
    if (!isHad) await requireUse(name);
  }
}
