import {
  connectionOfService,
  dedicatedServiceAccountName,
  InferenceService,
  keepsLocation,
  keepsServing,
  mergePatchOf,
  MODEL_SERVICE,
  ModelLocation,
  ModelServiceWrite,
  modelFormatOf,
  predictorModelOf,
  ProjectRef,
  RenderedModelService,
  renderModelService,
  ServingChoice,
  ServingOfService,
  validateModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceConnection } from '../../codecs/model-service/decodeServiceConnection';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { InvalidInputError } from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { hasConnectionWebhook } from './hasConnectionWebhook';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import { WriteOptions } from './ModelServingService';
import { readCredentialsConfig } from './readCredentialsConfig';
import { readServingRuntime } from './readServingRuntime';
import {
  requireSecretsOfBinding,
  requireSecretsOfVariables,
} from './requireSecrets';
import { ServiceConnections } from './ServiceConnections';

/** What is to be written of a model service. */
export interface ModelServicePlan extends RenderedModelService {
  current?: InferenceService;
  /** What changes the present one; `undefined` where nothing does, and for a new one. */
  patch?: object;
  /** The connection that the service will have. */
  connection?: ServiceConnection;
  /** The one that it has had so far. */
  former?: string;
  warnings: string[];
}

/** What a plan is made with. */
export interface PlanContext {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
  connections: ServiceConnections;
  accounts: ModelSourceAccounts;
}

/** What a plan is made for. */
export interface PlanRequest {
  write: ModelServiceWrite;
  current?: InferenceService;
  /** The connection of the present one, where it can be read. */
  formerConnection?: ServiceConnection;
  /** Binds anew where the location is the same, and makes new pods. */
  restartedAt?: string;
}

/** Works out what to write, from the connection and the accounts as they are. Throws `InvalidInputError`. Writes nothing. */
export async function planModelService(
  ref: ProjectRef,
  { write, current, formerConnection, restartedAt }: PlanRequest,
  context: PlanContext,
  options: WriteOptions,
): Promise<ModelServicePlan> {
  const { cluster, namespace } = ref;
  const { connections, config } = context;
  const former = current && connectionOfService(current);
  const { location } = write;
  const wanted =
    location?.kind === 'connection' ? location.connection : undefined;
  const connection =
    wanted === undefined || wanted === former
      ? formerConnection
      : await connections.read({ cluster, namespace, name: wanted }, options);
  const rebind = restartedAt !== undefined;
  const known = formerConnection?.known;
  const stays = keepsLocation(write, current, known, rebind);
  const serving = current && servingOf(current);
  const runtime =
    write.runtime === undefined || keepsServing(write, serving)
      ? undefined
      : await readServingRuntime(ref, write.runtime, context.gateway, options);
  checkWrite(namespace, write, {
    connection,
    stays,
    isNew: !current,
    runtime,
    serving,
  });
  await requireSecretsOfVariables(write, current, options);
  const binding =
    stays || location === undefined
      ? {}
      : await readBinding(ref, location, current, context, options);
  const convention = config.cluster(cluster).write;
  const rendered = renderModelService({
    namespace,
    write,
    convention,
    current,
    connection: connection?.model,
    currentConnection: known,
    rebind,
    restartedAt,
    ...binding,
  });
  if (!stays) {
    const bound = rebind ? current : undefined;
    await requireSecretsOfBinding(ref, rendered, bound, context, options);
  }
  return {
    ...rendered,
    current,
    patch: current && mergePatchOf(current, rendered.inferenceService),
    connection: wanted === undefined && !stays ? undefined : connection,
    former,
    warnings: stays
      ? []
      : await warningsOf(ref, rendered, connection, context, options),
  };
}

function servingOf({ spec }: InferenceService): ServingOfService {
  return {
    runtime: predictorModelOf(spec.predictor)?.model.runtime,
    modelFormat: modelFormatOf(spec.predictor),
  };
}

function checkWrite(
  namespace: string,
  write: ModelServiceWrite,
  plan: {
    connection?: ServiceConnection;
    stays: boolean;
    isNew: boolean;
    runtime?: ServingChoice;
    serving?: ServingOfService;
  },
): void {
  const { connection, stays, isNew, runtime, serving } = plan;
  const { location } = write;
  const servesNothing =
    !stays &&
    location?.kind === 'connection' &&
    connection &&
    connection.model === undefined;
  const issues = servesNothing
    ? [
        {
          field: 'location.connection',
          message: 'A connection of this kind serves no model.',
        },
      ]
    : validateModelService(
        // What is kept is not judged: others may have written what we would not.
        stays && !isNew ? { ...write, location: undefined } : write,
        {
          namespace,
          connection: connection?.model,
          isNew,
          runtime,
          serving,
        },
      );
  if (issues.length > 0) {
    throw new InvalidInputError(
      'The model service is not valid.',
      issues.map(({ field, message }) => ({ field, message })),
    );
  }
}

/** The pull secrets of the account that the pods would have without the connection, and how the cluster binds. */
async function readBinding(
  ref: ProjectRef,
  location: ModelLocation,
  current: InferenceService | undefined,
  context: PlanContext,
  options: WriteOptions,
) {
  const chosen =
    location.kind === 'pvc' ? undefined : location.serviceAccountName;
  const present = current?.spec.predictor.serviceAccountName;
  const isOwn =
    present === dedicatedServiceAccountName(current?.metadata.name ?? '');
  const name = chosen ?? (isOwn ? undefined : present) ?? 'default';
  const account = await context.accounts.read({ ...ref, name }, options);
  if (chosen !== undefined) {
    if (!account) throw unusableAccount(`There is no ServiceAccount ${name}.`);
    const madeFor = account.metadata.annotations?.[MODEL_SERVICE];
    if (madeFor !== undefined) {
      throw unusableAccount(
        `${name} was made for the model service ${madeFor}. Choose the connection itself.`,
      );
    }
  }
  const { credentialBinding } = context.config.cluster(ref.cluster);
  const { secretAnnotation } = await readCredentialsConfig(
    ref,
    context,
    options,
  );
  return {
    accountPullSecrets: (account?.imagePullSecrets ?? []).flatMap(secret =>
      secret.name ? [secret.name] : [],
    ),
    secretAnnotation: {
      key: secretAnnotation,
      binds: credentialBinding === 'secretAnnotation',
    },
  };
}

function unusableAccount(message: string) {
  return new InvalidInputError('The ServiceAccount cannot be used.', [
    { field: 'location.serviceAccountName', message },
  ]);
}

async function warningsOf(
  ref: ProjectRef,
  { inferenceService }: RenderedModelService,
  connection: ServiceConnection | undefined,
  { gateway }: PlanContext,
  options: WriteOptions,
): Promise<string[]> {
  const { model } = inferenceService.spec.predictor;
  const isBoundByOperator =
    connection?.model !== undefined &&
    connectionOfService(inferenceService) === connection.name &&
    model !== undefined &&
    model.storageUri === undefined;
  if (!isBoundByOperator) return [];
  const isThere = await hasConnectionWebhook(ref, gateway, options);
  if (isThere) return [];
  return [
    isThere === false
      ? 'The operator of Open Data Hub that binds S3 connections by their annotations is not at work in this cluster (it has no such webhook): the pods would get no model.'
      : 'Whether the operator of Open Data Hub is at work that binds S3 connections by their annotations cannot be seen in this cluster; without it the pods get no model.',
  ];
}
