import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

/**
 * The tab *Connections*: on what is a model or serves one by its type, and on whatever asks for it by annotation.
 * Adopters can override the filter in app-config.
 */
export const entityConnections = EntityContentBlueprint.make({
  name: 'connections',
  params: {
    path: '/model-connections',
    title: 'Connections',
    group: 'operation',
    filter: {
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
    },
    loader: () =>
      import('../components/EntityConnections').then(m => (
        <m.EntityConnections />
      )),
  },
});
