import { cloneDeep, isEqual, omit } from 'lodash';
import { Convention } from '../conventions/Convention';
import { conventionOf, conventions } from '../conventions/conventions';
import { descriptionKey, displayNameKey } from './annotationKeys';
import {
  ADDED_PULL_SECRETS,
  DEPLOYMENT_MODE,
  RESTARTED_AT,
} from './annotations';
import {
  dedicatedServiceAccountName,
  ModelConnection,
  renderServiceAccount,
  ServiceAccount,
} from './credentialBinding';
import { InferenceService, Predictor } from './InferenceService';
import { keepsLocation } from './keepsLocation';
import { ModelBinding, modelBindingOf } from './modelBinding';
import { ModelServiceWrite } from './ModelService';
import { modelFormatOf, predictorModelOf } from './predictorModel';
import {
  connectionOfService,
  KnownConnection,
  serviceConventionOf,
} from './readModelService';

/**
 * What a model service is made from.
 *
 * @public
 */
export interface RenderModelServiceOptions {
  namespace: string;
  write: ModelServiceWrite;
  /** Whose names a new service is written in. */
  convention: Convention;
  /** The service as it is; absent for a new one. */
  current?: InferenceService;
  /** The connection of the new location. */
  connection?: ModelConnection;
  /** What the connection of the present location names, as for reading. */
  currentConnection?: KnownConnection;
  /** Pull secrets of the account that the pods would run under without the connection: the project's own. */
  accountPullSecrets?: readonly string[];
  /**
   * KServe's annotation that names a Secret, and whether the cluster binds by it and not by accounts. KServe ignores accounts
   * where it is set, so it is taken out wherever a connection or an account is chosen, and where it names the former
   * connection.
   */
  secretAnnotation?: { key: string; binds: boolean };
  /** Binds once more even where the location is the same: for a changed connection, or a damaged binding. */
  rebind?: boolean;
  /** ISO 8601: makes new pods. */
  restartedAt?: string;
}

/**
 * The objects of a model service.
 *
 * @public
 */
export interface RenderedModelService {
  inferenceService: InferenceService;
  /** The account to be made or brought up to date; absent where none is needed, or nothing about the location changes. */
  serviceAccount?: ServiceAccount;
}

/**
 * Makes the objects of a model service, from nothing or from what is there. Of that, only what is modelled and differs is
 * changed: a location that stays is not touched, whatever its shape. {@link mergePatchOf} gives the one patch.
 *
 * @throws Error when the location names a connection that was not given
 * @public
 */
export function renderModelService(
  options: RenderModelServiceOptions,
): RenderedModelService {
  const { namespace, write, current } = options;
  // What is there keeps the names that it has.
  const convention =
    (current && serviceConventionOf(current)) ?? options.convention;
  const service: InferenceService = current
    ? cloneDeep({
        ...current,
        spec: { ...current.spec, predictor: { ...current.spec?.predictor } },
      })
    : {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: { name: write.name, namespace },
        spec: { predictor: {} },
      };
  writeMetadata(service, write, convention);
  writePredictor(service, write);
  if (options.restartedAt !== undefined) {
    const { predictor } = service.spec;
    predictor.annotations = {
      ...predictor.annotations,
      [RESTARTED_AT]: options.restartedAt,
    };
  }

  const { location } = write;
  const { secretAnnotation } = options;
  const stays = keepsLocation(
    write,
    current,
    options.currentConnection,
    options.rebind,
  );
  if (location === undefined || stays) {
    return { inferenceService: tidied(service) };
  }

  const binding = modelBindingOf(
    write.name,
    location,
    bindingConventionOf(convention, options.connection),
    options.connection,
    secretAnnotation?.binds ? secretAnnotation.key : undefined,
  );
  const { accountPullSecrets = [] } = options;
  writeBinding(service, binding, accountPullSecrets, secretAnnotation?.key);
  return {
    inferenceService: tidied(service),
    ...(binding.isDedicated && {
      serviceAccount: renderServiceAccount({
        namespace,
        service: write.name,
        connection: options.connection!.name,
        pullSecrets: accountPullSecrets,
      }),
    }),
  };
}

/**
 * In whose names a connection is bound: where the platform's own operator binds its connections, one of another convention
 * must not carry its mark, because the operator does not know it.
 */
function bindingConventionOf(
  convention: Convention,
  connection: ModelConnection | undefined,
): Convention {
  const hasOperator = convention.serviceAnnotations.s3Path !== undefined;
  return hasOperator && connection?.convention !== undefined
    ? conventionOf(connection.convention)
    : convention;
}

/** Sets a field, or takes it out. */
function put<T extends object, K extends keyof T>(
  target: T,
  key: K,
  value: T[K] | undefined,
): void {
  if (value === undefined) {
    delete target[key];
  } else {
    target[key] = value;
  }
}

function writeMetadata(
  { metadata }: InferenceService,
  write: ModelServiceWrite,
  convention: Convention,
): void {
  metadata.annotations ??= {};
  const { annotations } = metadata;
  put(
    annotations,
    displayNameKey(annotations, convention),
    write.displayName || undefined,
  );
  put(
    annotations,
    descriptionKey(annotations, convention),
    write.description || undefined,
  );
  put(annotations, DEPLOYMENT_MODE, write.deploymentMode);
  put(metadata, 'labels', write.labels);
}

function writePredictor(
  { spec: { predictor } }: InferenceService,
  write: ModelServiceWrite,
): void {
  put(predictor, 'minReplicas', write.minReplicas);
  put(predictor, 'maxReplicas', write.maxReplicas);
  const found = predictorModelOf(predictor);
  if (!found && !write.modelFormat) {
    return; // a container of its own, which is not modelled
  }
  const model = found?.model ?? {};
  if (
    write.modelFormat &&
    !isEqual(write.modelFormat, modelFormatOf(predictor))
  ) {
    if (found) delete predictor[found.key];
    predictor.model = model;
    const { version, ...format } = model.modelFormat ?? {};
    model.modelFormat = { ...format, ...write.modelFormat };
  }
  put(model, 'runtime', write.runtime);
  put(model, 'protocolVersion', write.protocolVersion);
  put(model, 'resources', write.resources);
  put(model, 'env', write.env);
  put(model, 'args', write.args);
}

function writeBinding(
  service: InferenceService,
  binding: ModelBinding,
  accountPullSecrets: readonly string[],
  secretAnnotation: string | undefined,
): void {
  const { metadata, spec } = service;
  const former = connectionOfService(service);
  const { predictor } = spec;
  const found = predictorModelOf(predictor);
  const model = found?.model ?? {};
  if (!found) predictor.model = model;
  put(model, 'storageUri', binding.storageUri);
  // An operator puts its part in when the connection changes, and not again.
  const { operators } = binding;
  const isKept =
    operators !== undefined && model.storage?.key === operators.connection;
  if (isKept) {
    model.storage = { ...model.storage };
    put(model.storage, 'path', operators.path || undefined);
  } else {
    delete model.storage;
  }

  if (secretAnnotation !== undefined) {
    const choosesCredentials =
      binding.connection !== undefined ||
      (binding.serviceAccountName ?? 'keep') !== 'keep';
    for (const holder of [metadata, predictor]) {
      const named = holder.annotations?.[secretAnnotation];
      if (named && (choosesCredentials || named === former)) {
        holder.annotations = omit(holder.annotations, secretAnnotation);
      }
    }
    if (isEqual(predictor.annotations, {})) {
      delete predictor.annotations;
    }
  }
  for (const { serviceAnnotations } of conventions) {
    Object.values(serviceAnnotations).forEach(
      key => delete metadata.annotations![key],
    );
  }
  Object.assign(metadata.annotations!, binding.annotations);

  const keepsAccount =
    binding.serviceAccountName === 'keep' ||
    (isKept && binding.serviceAccountName === undefined);
  if (!keepsAccount) {
    put(predictor, 'serviceAccountName', binding.serviceAccountName);
  } else if (
    predictor.serviceAccountName === dedicatedServiceAccountName(metadata.name)
  ) {
    delete predictor.serviceAccountName;
  }
  writePullSecrets(service, predictor, binding, accountPullSecrets);
}

/** A list on the pod takes the place of the account's, so that has to be in it too. */
function writePullSecrets(
  { metadata }: InferenceService,
  predictor: Predictor,
  binding: ModelBinding,
  accountPullSecrets: readonly string[],
): void {
  const before = addedPullSecretsOf(metadata.annotations);
  const own = (predictor.imagePullSecrets ?? []).filter(
    ({ name }) => !before.includes(name ?? ''),
  );
  const added =
    binding.pullSecrets.length > 0
      ? [...new Set([...accountPullSecrets, ...binding.pullSecrets])].filter(
          name => !own.some(secret => secret.name === name),
        )
      : [];
  const all = [...own, ...added.map(name => ({ name }))];
  put(predictor, 'imagePullSecrets', all.length > 0 ? all : undefined);
  put(
    metadata.annotations!,
    ADDED_PULL_SECRETS,
    added.length > 0 ? JSON.stringify(added) : undefined,
  );
}

function addedPullSecretsOf(
  annotations: Readonly<Record<string, string>> | undefined,
): string[] {
  try {
    const parsed: unknown = JSON.parse(annotations?.[ADDED_PULL_SECRETS] ?? '');
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}

/** Without the annotations that were only made room for. */
function tidied(service: InferenceService): InferenceService {
  const { metadata } = service;
  if (metadata.annotations && Object.keys(metadata.annotations).length === 0) {
    delete metadata.annotations;
  }
  return service;
}
