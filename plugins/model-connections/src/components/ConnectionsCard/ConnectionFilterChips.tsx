import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import RefreshIcon from '@material-ui/icons/Refresh';
import {
  ConnectionSummary,
  ConnectionType,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import { ConnectionUses } from '../../hooks/useConnectionUses';
import { ListFilters } from '../../hooks/useListFilters';
import { modelConnectionsTranslationRef } from '../../translation';
import { FilterChip, ToggleChip } from '../FilterChip';
import {
  ConnectionFilterName,
  connectionFilterValues,
  NOTHING,
} from './connectionFilters';

const NAMES = ['type', 'protocol', 'creator'] as const;

/** One chip per filter, with the values that occur in what is loaded. */
export function ConnectionFilterChips(props: {
  rows: readonly ConnectionSummary[];
  types?: readonly ConnectionType[];
  uses: ConnectionUses;
  filters: ListFilters<ConnectionFilterName>;
}) {
  const { rows, types, uses, filters } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const options = useMemo(() => {
    const labelOf = (name: (typeof NAMES)[number], value: string) => {
      if (name === 'type') {
        return value === NOTHING
          ? t('row.noType')
          : types?.find(type => type.name === value)?.displayName ?? value;
      }
      return name === 'protocol'
        ? protocolOf(value)?.title ?? t('filter.servesNone')
        : value;
    };
    return NAMES.map(name =>
      [...new Set(rows.flatMap(row => connectionFilterValues(row, name)))]
        .map(value => ({ value, label: labelOf(name, value) }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    );
  }, [rows, types, t]);
  return (
    <>
      {NAMES.map((name, index) => {
        const isUseful =
          options[index].length > 1 || filters.values[name].length > 0;
        return (
          isUseful && (
            <FilterChip
              key={name}
              label={t(`filter.${name}`)}
              options={options[index]}
              value={filters.values[name]}
              onChange={values => filters.set(name, values)}
            />
          )
        );
      })}
      {(uses.staleConnections > 0 || filters.values.restart.length > 0) && (
        <ToggleChip
          icon={<RefreshIcon aria-hidden />}
          label={t('filter.restart')}
          count={uses.staleConnections}
          isOn={filters.values.restart.length > 0}
          onChange={isOn => filters.set('restart', isOn ? ['yes'] : [])}
        />
      )}
    </>
  );
}
