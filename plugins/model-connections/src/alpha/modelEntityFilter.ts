/** One condition of {@link modelEntityFilter}: all of its paths must fit. */
type Condition = Record<string, string | { $in: string[] }>;

/**
 * The entities that the tabs stand on: what is a model or serves one by its type, and whatever asks for them by
 * annotation. Adopters can override it in app-config.
 */
export const modelEntityFilter: { $any: Condition[] } = {
  $any: [
    {
      kind: 'component',
      'spec.type': {
        $in: [
          'model-server',
          'model-service',
          'ml-model',
          'ai-model',
          'inference-service',
        ],
      },
    },
    { kind: 'resource', 'spec.type': 'ai-model' },
    { kind: 'api', 'spec.type': 'ai-model-server' },
    { 'metadata.annotations.mooring.dev/model-connections': 'true' },
  ],
};
