/** One resource that the embedded server has. */
export interface ApiResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /**
   * Top-level fields besides kind, apiVersion and metadata. As in Kubernetes,
   * others are dropped. Undefined: all are kept, unchecked.
   */
  fields?: readonly string[];
  /** Whether `/status` is written apart from the rest. */
  hasStatus: boolean;
  /** Whether `metadata.generation` counts the changes. */
  hasGeneration: boolean;
  /** Whether it is defined by a CustomResourceDefinition. */
  custom: boolean;
  /** Delete answers with the object, not with a Status. */
  returnsDeleted: boolean;
  /** Field selectors besides metadata.name and metadata.namespace. */
  selectableFields: readonly string[];
  /** The names that namespaces have: no dots, at most 63 characters. */
  nameIsLabel: boolean;
}

function resource(
  groupVersion: string,
  kind: string,
  plural: string,
  options: Partial<ApiResource> = {},
): ApiResource {
  const slash = groupVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : groupVersion.slice(0, slash),
    version: groupVersion.slice(slash + 1),
    kind,
    plural,
    namespaced: true,
    hasStatus: false,
    hasGeneration: false,
    custom: false,
    returnsDeleted: false,
    selectableFields: [],
    nameIsLabel: false,
    ...options,
  };
}

const workload = { hasStatus: true, hasGeneration: true };
const kserve = { custom: true, hasGeneration: true };

/** Everything that the embedded server can store. */
export const apiResources: readonly ApiResource[] = [
  resource('v1', 'Namespace', 'namespaces', {
    namespaced: false,
    fields: ['spec', 'status'],
    hasStatus: true,
    returnsDeleted: true,
    selectableFields: ['status.phase'],
    nameIsLabel: true,
  }),
  resource('v1', 'Secret', 'secrets', {
    fields: ['immutable', 'data', 'stringData', 'type'],
    selectableFields: ['type'],
  }),
  resource('v1', 'ConfigMap', 'configmaps', {
    fields: ['immutable', 'data', 'binaryData'],
  }),
  resource('v1', 'ServiceAccount', 'serviceaccounts', {
    fields: ['secrets', 'imagePullSecrets', 'automountServiceAccountToken'],
    returnsDeleted: true,
  }),
  resource('v1', 'Pod', 'pods', {
    ...workload,
    returnsDeleted: true,
    selectableFields: [
      'spec.nodeName',
      'spec.serviceAccountName',
      'status.phase',
    ],
  }),
  resource('v1', 'Service', 'services', {
    hasStatus: true,
    returnsDeleted: true,
    nameIsLabel: true,
  }),
  resource('v1', 'Event', 'events', {
    selectableFields: [
      'involvedObject.kind',
      'involvedObject.name',
      'involvedObject.namespace',
      'involvedObject.uid',
      'reason',
      'type',
    ],
  }),
  resource('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    hasStatus: true,
    returnsDeleted: true,
  }),
  resource('v1', 'LimitRange', 'limitranges'),
  resource('v1', 'ResourceQuota', 'resourcequotas', {
    hasStatus: true,
    returnsDeleted: true,
  }),
  resource('apps/v1', 'Deployment', 'deployments', workload),
  resource('apps/v1', 'ReplicaSet', 'replicasets', workload),
  resource('apps/v1', 'StatefulSet', 'statefulsets', workload),
  resource('apps/v1', 'DaemonSet', 'daemonsets', workload),
  resource('batch/v1', 'Job', 'jobs', workload),
  resource('batch/v1', 'CronJob', 'cronjobs', workload),
  resource('networking.k8s.io/v1', 'Ingress', 'ingresses', workload),
  resource(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    { hasStatus: true },
  ),
  resource(
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    { hasStatus: true },
  ),
  resource(
    'serving.kserve.io/v1beta1',
    'InferenceService',
    'inferenceservices',
    { ...kserve, hasStatus: true },
  ),
  resource(
    'serving.kserve.io/v1alpha1',
    'LLMInferenceService',
    'llminferenceservices',
    { ...kserve, hasStatus: true },
  ),
  resource(
    'serving.kserve.io/v1alpha1',
    'ServingRuntime',
    'servingruntimes',
    kserve,
  ),
  resource(
    'serving.kserve.io/v1alpha1',
    'ClusterServingRuntime',
    'clusterservingruntimes',
    { ...kserve, namespaced: false },
  ),
];

/** `v1`, `apps/v1`. */
export function groupVersionOf(apiResource: ApiResource): string {
  return apiResource.group
    ? `${apiResource.group}/${apiResource.version}`
    : apiResource.version;
}
