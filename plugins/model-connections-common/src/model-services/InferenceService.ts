import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { EnvironmentVariable, ResourceRequirements } from './ModelService';

/**
 * The part of a predictor that names the model: `model`, or one of the older keys that are called after a framework.
 *
 * @public
 */
export interface PredictorModel {
  modelFormat?: { name?: string; version?: string };
  storageUri?: string;
  storage?: { key?: string; path?: string; [field: string]: unknown };
  runtime?: string;
  runtimeVersion?: string;
  protocolVersion?: string;
  resources?: ResourceRequirements;
  env?: EnvironmentVariable[];
  args?: string[];
  [field: string]: unknown;
}

/**
 * The part of an InferenceService that serves the model.
 *
 * @public
 */
export interface Predictor {
  model?: PredictorModel;
  serviceAccountName?: string;
  imagePullSecrets?: { name?: string }[];
  minReplicas?: number;
  maxReplicas?: number;
  /** Copied to the pods: a change of them is a rollout. */
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/**
 * An object of the kind `InferenceService` (`serving.kserve.io/v1beta1`): what we read of it; all else is kept as it is.
 * One of the kind `LLMInferenceService` is read by the same rules.
 *
 * @public
 */
export interface InferenceService {
  apiVersion?: string;
  kind?: string;
  metadata: KubernetesMetadata & { uid?: string; [field: string]: unknown };
  spec: { predictor: Predictor; [field: string]: unknown };
  status?: {
    url?: string;
    deploymentMode?: string;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
    modelStatus?: {
      transitionStatus?: string;
      lastFailureInfo?: { reason?: string; message?: string };
      [field: string]: unknown;
    };
    [field: string]: unknown;
  };
  [field: string]: unknown;
}
