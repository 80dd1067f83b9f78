/**
 * What the model server asks of a node, in Kubernetes' own shape.
 *
 * @public
 */
export interface ResourceRequirements {
  limits?: Record<string, string | number>;
  requests?: Record<string, string | number>;
}

export type {
  ConnectionLocation,
  EnvironmentVariable,
  ModelFormat,
  ModelLocation,
  ModelService,
  ModelServiceAnswer,
  ModelServiceChange,
  ModelServiceDrift,
  ModelServiceDryRun,
  ModelServiceKind,
  ModelServiceList,
  ModelServicePreview,
  ModelServiceProgress,
  ModelServiceStatus,
  ModelServiceStep,
  ModelServiceWrite,
  ServingChoice,
  ServingChoiceList,
  ServingFormat,
  UriLocation,
  VolumeLocation,
} from '../schema/openapi';
