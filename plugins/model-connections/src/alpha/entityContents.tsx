import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { modelEntityFilter } from './modelEntityFilter';

/** The tab *Connections* on entities that have to do with models. */
export const entityConnections = EntityContentBlueprint.make({
  name: 'connections',
  params: {
    path: '/model-connections',
    title: 'Connections',
    group: 'operation',
    filter: modelEntityFilter,
    loader: () =>
      import('../components/EntityConnections').then(m => (
        <m.EntityConnections />
      )),
  },
});
