import { Convention } from '../conventions/Convention';
import { conventions } from '../conventions/conventions';
import { ProtocolId } from '../schema/openapi';
import { descriptionKey, displayNameKey } from './annotationKeys';
import { DEPLOYMENT_MODE } from './annotations';
import { dedicatedServiceAccountName } from './credentialBinding';
import { InferenceService } from './InferenceService';
import { ModelLocation, ModelService } from './ModelService';
import { modelFormatOf, predictorModelOf } from './predictorModel';
import { modelPathOf, parsePersistentVolumeClaimUri } from './modelUri';
import { modelServiceStatusOf } from './modelServiceStatusOf';
import { ProgressPod } from './servingPod';

/**
 * What is known of the connection that a service names; without it, the path is told by the location's own form.
 *
 * @public
 */
export interface KnownConnection {
  protocol?: ProtocolId;
  /** What the connection names, such as `s3://models`. */
  base?: string;
}

/**
 * The location of a service's model as KServe gets it, of either kind; `undefined` where it is said in another way.
 *
 * @public
 */
export function storageUriOf(service: InferenceService): string | undefined {
  return sourceOf(service).uri;
}

/**
 * The convention that a service is written in: the one whose mark of a connection it carries; `undefined` for a service
 * without.
 *
 * @public
 */
export function serviceConventionOf(
  service: InferenceService,
): Convention | undefined {
  return conventions.find(
    ({ serviceAnnotations }) =>
      service.metadata.annotations?.[serviceAnnotations.connection],
  );
}

/**
 * The connection that a service says its model comes from; `undefined` when it names none.
 *
 * @public
 */
export function connectionOfService(
  service: InferenceService,
): string | undefined {
  const convention = serviceConventionOf(service);
  return (
    convention &&
    service.metadata.annotations?.[convention.serviceAnnotations.connection]
  );
}

const LLM = 'LLMInferenceService';

/**
 * The account that the operator of Open Data Hub makes for an S3 connection and puts into the services that name it: not
 * one that somebody chose.
 *
 * @see https://github.com/opendatahub-io/opendatahub-operator/blob/main/internal/webhook/serving/mutating_isvc.go
 */
const operatorAccountOf = (connection: string) => `${connection}-sa`;

/** What a service says of its model's place, in the shape of its kind. */
function sourceOf({ kind, spec }: InferenceService): {
  uri?: string;
  path?: string;
  account?: string;
} {
  if (kind === LLM) {
    const { model, template } = (spec ?? {}) as {
      model?: { uri?: string };
      template?: { serviceAccountName?: string };
    };
    return { uri: model?.uri, account: template?.serviceAccountName };
  }
  const model = predictorModelOf(spec?.predictor)?.model;
  return {
    uri: model?.storageUri,
    path: model?.storage?.path,
    account: spec?.predictor?.serviceAccountName,
  };
}

/**
 * Where the model of a service comes from; `undefined` where the service brings it in a container of its own, or says it in
 * a way that we do not model.
 *
 * @public
 */
export function modelLocationOf(
  service: InferenceService,
  known: KnownConnection = {},
): ModelLocation | undefined {
  const { name, annotations } = service.metadata;
  const { uri, path: storagePath, account } = sourceOf(service);
  const connection = connectionOfService(service);
  const s3Path = serviceConventionOf(service)?.serviceAnnotations.s3Path;
  const isOperators =
    connection !== undefined &&
    s3Path !== undefined &&
    uri === undefined &&
    account === operatorAccountOf(connection);
  const chosen =
    account !== undefined &&
    account !== dedicatedServiceAccountName(name) &&
    !isOperators
      ? { serviceAccountName: account }
      : {};
  if (connection !== undefined) {
    const told = uri
      ? modelPathOf(uri, known.base)
      : storagePath ?? (s3Path && annotations?.[s3Path]);
    // The address of a URI connection is the whole location.
    const path = known.protocol === 'uri' ? undefined : told;
    return {
      kind: 'connection',
      connection,
      ...(path && { path }),
      ...chosen,
    };
  }
  if (uri === undefined) {
    return undefined;
  }
  const volume = parsePersistentVolumeClaimUri(uri);
  return volume ? { kind: 'pvc', ...volume } : { kind: 'uri', uri, ...chosen };
}

/**
 * Reads an InferenceService as we model it, or an LLMInferenceService as far as the two are alike. Whatever else it holds is
 * not shown, and stays where it is.
 *
 * @public
 */
export function readModelService(
  service: InferenceService,
  options: {
    cluster: string;
    connection?: KnownConnection;
    /** Its pods, where they are known. */
    pods?: readonly ProgressPod[];
  },
): Omit<ModelService, 'allowedActions'> {
  const { metadata, spec } = service;
  const predictor = spec?.predictor;
  const model = predictorModelOf(predictor)?.model;
  const { annotations } = metadata;
  const convention = serviceConventionOf(service) ?? conventions[0];
  const own = {
    displayName: annotations?.[displayNameKey(annotations, convention)],
    description: annotations?.[descriptionKey(annotations, convention)],
    location: modelLocationOf(service, options.connection),
    modelFormat: modelFormatOf(predictor),
    runtime: model?.runtime,
    protocolVersion: model?.protocolVersion,
    deploymentMode: annotations?.[DEPLOYMENT_MODE],
    resources: model?.resources,
    env: model?.env,
    args: model?.args,
    minReplicas: predictor?.minReplicas,
    maxReplicas: predictor?.maxReplicas,
    labels: metadata.labels,
  };
  return {
    cluster: options.cluster,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    kind: service.kind === LLM ? LLM : 'InferenceService',
    ...(Object.fromEntries(
      Object.entries(own).filter(([, value]) => value !== undefined),
    ) as typeof own),
    status: modelServiceStatusOf(service, options.pods),
    createdAt: metadata.creationTimestamp ?? new Date(0).toISOString(),
    resourceVersion: metadata.resourceVersion ?? '',
  };
}
