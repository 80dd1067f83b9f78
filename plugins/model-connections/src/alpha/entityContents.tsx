import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { modelEntityPredicate } from '../entities';

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
    filter: modelEntityPredicate,
    loader: () =>
      import('../components/EntityConnections').then(m => (
        <m.EntityConnections />
      )),
  },
});
