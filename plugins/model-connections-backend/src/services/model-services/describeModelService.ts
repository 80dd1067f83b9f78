import {
  deploymentModeOf,
  InferenceService,
  KnownConnection,
  KubernetesMetadata,
  managedBy,
  ModelService,
  ModelServiceDryRun,
  ProgressPod,
  readModelService,
  restartsPods,
  STOP_SERVICE,
} from '@mooring/backstage-plugin-model-connections-common';
import { encodeServiceChanges } from '../../codecs/model-service/encodeServiceChanges';
import { encodeServiceManifests } from '../../codecs/model-service/encodeServiceManifests';
import { editVersionOf } from './editVersionOf';
import { ModelServicePlan } from './planModelService';

/**
 * A service of either kind as the API gives it, with what its own state allows; who asks is the business of the decorator.
 */
export function describeModelService(
  service: InferenceService,
  options: {
    cluster: string;
    connection?: KnownConnection;
    pods?: readonly ProgressPod[];
  },
): ModelService {
  const owner = managedBy(service.metadata);
  const described = readModelService(service, options);
  return {
    ...described,
    resourceVersion: editVersionOf(service),
    ...(owner && { managedBy: owner }),
    allowedActions:
      owner || described.kind !== 'InferenceService'
        ? []
        : ['update', 'delete'],
  };
}

/**
 * What a plan would do.
 *
 * @param tried - the service as the cluster would have it then
 */
export function describeDryRun(
  tried: InferenceService,
  plan: ModelServicePlan,
  cluster: string,
): ModelServiceDryRun {
  const { current, patch, warnings, connection } = plan;
  return {
    service: describeModelService(tried, {
      cluster,
      connection: connection?.known,
    }),
    manifests: describeManifests(plan),
    changes: current ? encodeServiceChanges(current, patch) : [],
    restartsPods:
      restartsPods(patch, deploymentModeOf(tried)) &&
      current?.metadata.annotations?.[STOP_SERVICE] !== 'true',
    warnings,
  };
}

/** What the cluster fills in. */
const FILLED_IN = ['uid', 'creationTimestamp', 'generation', 'resourceVersion'];

const written = ({ metadata }: { metadata: KubernetesMetadata }) =>
  Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !FILLED_IN.includes(key)),
  ) as unknown as KubernetesMetadata;

/** The objects that a plan would write, as YAML that can be applied elsewhere as well: without what the cluster fills in. */
export function describeManifests(plan: ModelServicePlan): string {
  const { status: _, ...service } = plan.inferenceService;
  const objects: ({ metadata: KubernetesMetadata } | undefined)[] = [
    plan.serviceAccount,
    service,
  ];
  return encodeServiceManifests(
    objects.map(object => object && { ...object, metadata: written(object) }),
  );
}
