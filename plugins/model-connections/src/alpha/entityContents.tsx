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
    filter: modelEntityPredicate,
    loader: () =>
      import('../components/EntityConnections').then(m => (
        <m.EntityConnections />
      )),
  },
});

/** The tab *Model services*, on the same entities. Adopters can override the filter in app-config. */
export const entityModelServices = EntityContentBlueprint.make({
  name: 'model-services',
  params: {
    path: '/model-services',
    title: 'Model services',
    filter: modelEntityPredicate,
    loader: () =>
      import('../components/EntityModelServices').then(m => (
        <m.EntityModelServices />
      )),
  },
});
