import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import RefreshIcon from '@material-ui/icons/Refresh';
import {
  ModelService,
  ModelServiceState,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import { ListFilters } from '../../hooks/useListFilters';
import { modelConnectionsTranslationRef } from '../../translation';
import { FilterChip, ToggleChip } from '../FilterChip';
import {
  NOTHING,
  ServiceFilterName,
  serviceFilterValue,
} from './serviceFilters';

const NAMES = ['state', 'runtime', 'connection'] as const;

/** One chip per filter, with the values that occur in what is loaded. */
export function ServiceFilterChips(props: {
  rows: readonly ModelService[];
  filters: ListFilters<ServiceFilterName>;
  titleOfConnection(name: string): string;
}) {
  const { rows, filters, titleOfConnection } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const options = useMemo(() => {
    const labelOf = (name: (typeof NAMES)[number], value: string) => {
      if (name === 'state') {
        return t(`services.state.${value as ModelServiceState}`);
      }
      if (value === NOTHING) {
        return t(
          name === 'runtime'
            ? 'services.filter.autoRuntime'
            : 'services.filter.noConnection',
        );
      }
      return name === 'connection' ? titleOfConnection(value) : value;
    };
    return NAMES.map(name =>
      [...new Set(rows.map(row => serviceFilterValue(row, name)))]
        .map(value => ({ value, label: labelOf(name, value) }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    );
  }, [rows, t, titleOfConnection]);
  const behind = rows.filter(({ status }) => status.drift).length;
  return (
    <>
      {NAMES.map((name, index) => {
        const isUseful =
          options[index].length > 1 || filters.values[name].length > 0;
        return (
          isUseful && (
            <FilterChip
              key={name}
              label={t(`services.filter.${name}`)}
              options={options[index]}
              value={filters.values[name]}
              onChange={values => filters.set(name, values)}
            />
          )
        );
      })}
      {(behind > 0 || filters.values.behind.length > 0) && (
        <ToggleChip
          icon={<RefreshIcon aria-hidden />}
          label={t('services.filter.behind')}
          count={behind}
          isOn={filters.values.behind.length > 0}
          onChange={isOn => filters.set('behind', isOn ? ['yes'] : [])}
        />
      )}
    </>
  );
}
