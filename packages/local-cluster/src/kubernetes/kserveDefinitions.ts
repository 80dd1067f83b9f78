/** One kind of KServe, by its names only. */
function definition(
  version: string,
  kind: string,
  plural: string,
  options: { scope?: string; hasStatus?: boolean } = {},
): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.serving.kserve.io` },
    spec: {
      group: 'serving.kserve.io',
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
      },
      scope: options.scope ?? 'Namespaced',
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
          ...(options.hasStatus && { subresources: { status: {} } }),
        },
      ],
    },
  };
}

/**
 * Stand-ins for KServe's definitions, so that its objects can be stored where
 * KServe itself is not installed. They check nothing, and no controller acts
 * on the objects.
 */
export const kserveDefinitions: object[] = [
  definition('v1beta1', 'InferenceService', 'inferenceservices', {
    hasStatus: true,
  }),
  definition('v1alpha1', 'LLMInferenceService', 'llminferenceservices', {
    hasStatus: true,
  }),
  definition('v1alpha1', 'ServingRuntime', 'servingruntimes'),
  definition('v1alpha1', 'ClusterServingRuntime', 'clusterservingruntimes', {
    scope: 'Cluster',
  }),
];
