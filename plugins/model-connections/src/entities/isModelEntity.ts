import { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { modelEntityPredicate } from './modelEntityPredicate';

/**
 * Whether an entity has to do with models, for `EntitySwitch` and `EntityLayout` of the legacy frontend system: the rule by
 * which the new one shows the entity tabs.
 *
 * @public
 */
export const isModelEntity: (entity: Entity) => boolean =
  filterPredicateToFilterFunction(modelEntityPredicate);
