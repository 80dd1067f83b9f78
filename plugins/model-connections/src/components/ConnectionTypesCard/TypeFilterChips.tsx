import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionType,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { ListFilters } from '../../hooks/useListFilters';
import { modelConnectionsTranslationRef } from '../../translation';
import { FilterChip } from '../FilterChip';
import { NO_CREATOR, TypeFilterName, typeFilterValues } from './useTypeFilters';

/** One chip per filter, with the values that occur in the list. */
export function TypeFilterChips(props: {
  types: readonly ConnectionType[];
  filters: ListFilters<TypeFilterName>;
}) {
  const { types, filters } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const labelOf = (name: TypeFilterName, value: string) => {
    if (name === 'compatibility') {
      return protocolOf(value)?.title ?? t('types.filter.none');
    }
    if (name === 'enabled') {
      return t(value === 'yes' ? 'types.filter.yes' : 'types.filter.no');
    }
    return name === 'creator' && value === NO_CREATOR
      ? t('differences.none')
      : value;
  };
  const optionsOf = (name: TypeFilterName) =>
    [...new Set(types.flatMap(type => typeFilterValues(type, name)))]
      .map(value => ({ value, label: labelOf(name, value) }))
      .sort((one, other) => one.label.localeCompare(other.label));
  const names = ['category', 'compatibility', 'creator', 'enabled'] as const;
  return (
    <>
      {names.map(name => {
        const options = optionsOf(name);
        const isUseful = options.length > 1 || filters.values[name].length > 0;
        return (
          isUseful && (
            <FilterChip
              key={name}
              label={t(`types.column.${name}`)}
              options={options}
              value={filters.values[name]}
              onChange={values => filters.set(name, values)}
            />
          )
        );
      })}
    </>
  );
}
