import { FilterPredicate } from '@backstage/filter-predicates';

/**
 * The entities that have to do with models: what is a model or serves one by its type, and whatever asks for the tabs by
 * annotation.
 */
export const modelEntityPredicate: FilterPredicate = {
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
