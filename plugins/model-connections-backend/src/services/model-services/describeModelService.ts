import {
  deploymentModeOf,
  InferenceService,
  KnownConnection,
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

/** The objects that a plan would write, as YAML. */
export function describeManifests(plan: ModelServicePlan): string {
  const { status: _, ...service } = plan.inferenceService;
  return encodeServiceManifests([
    plan.serviceAccount,
    service as InferenceService,
  ]);
}
