/**
 * Where the model of a service comes from.
 *
 * @public
 */
export type ModelLocation =
  | {
      kind: 'connection';
      /** Name of the connection, in the service's own project. */
      connection: string;
      /** The path beneath what the connection names; a URI connection has none. */
      path?: string;
      /** An existing ServiceAccount that brings the credentials instead of the connection's keys. */
      serviceAccountName?: string;
    }
  | { kind: 'pvc'; claim: string; path?: string }
  | { kind: 'uri'; uri: string; serviceAccountName?: string };

/**
 * A variable of the model server, in Kubernetes' own shape.
 *
 * @public
 */
export interface EnvironmentVariable {
  name: string;
  value?: string;
  valueFrom?: Record<string, unknown>;
}

/**
 * What the model server asks of a node, in Kubernetes' own shape.
 *
 * @public
 */
export interface ResourceRequirements {
  limits?: Record<string, string | number>;
  requests?: Record<string, string | number>;
}

/**
 * How a model service is, in short.
 *
 * @public
 */
export interface ModelServiceStatus {
  ready: boolean;
  stopped?: boolean;
  reason?: string;
  message?: string;
  url?: string;
  drift?: ModelServiceDrift;
}

/**
 * Whether a service has fallen behind its connection: `restart` brings changed credentials to its pods, `redeploy` a
 * changed location.
 *
 * @public
 */
export type ModelServiceDrift = 'restart' | 'redeploy';

/**
 * The part of a model service that people write. What is left out is removed, but for the location and the model's format:
 * a service that brings its model in a container of its own has neither, and keeps what it has.
 *
 * @public
 */
export interface ModelServiceWrite {
  name: string;
  displayName?: string;
  description?: string;
  location?: ModelLocation;
  modelFormat?: { name: string; version?: string };
  runtime?: string;
  protocolVersion?: string;
  deploymentMode?: string;
  resources?: ResourceRequirements;
  env?: EnvironmentVariable[];
  args?: string[];
  minReplicas?: number;
  maxReplicas?: number;
  labels?: Record<string, string>;
  /** On an update: the version that was read. */
  resourceVersion?: string;
}

/**
 * A model service, as we model it.
 *
 * @public
 */
export interface ModelService extends ModelServiceWrite {
  cluster: string;
  namespace: string;
  /** Services of the other kind can only be read. */
  kind: 'InferenceService' | 'LLMInferenceService';
  status: ModelServiceStatus;
  /** ISO 8601. */
  createdAt: string;
  resourceVersion: string;
  /** What the caller may do with it. */
  allowedActions: string[];
}
