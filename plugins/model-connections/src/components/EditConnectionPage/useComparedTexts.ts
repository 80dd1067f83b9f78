import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ComparedValue,
  ConnectionDifference,
} from '../../connections/compareConnections';
import { modelConnectionsTranslationRef } from '../../translation';

/** The words for a difference between two versions of a connection. */
export function useComparedTexts(fields: readonly ConnectionTypeFormField[]) {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = (value: ComparedValue | undefined) => {
    if (value === undefined) return t('compared.empty');
    return value.value === undefined
      ? t('compared.set')
      : [value.value].flat().join(', ');
  };
  return {
    title({ key, envVar }: ConnectionDifference): string {
      if (envVar === undefined) {
        return t(
          key === 'displayName'
            ? 'compared.displayName'
            : 'compared.description',
        );
      }
      return (
        fields.filter(isValueField).find(field => field.envVar === envVar)
          ?.name ?? envVar
      );
    },
    baseText: ({ isHidden, base }: ConnectionDifference): string =>
      isHidden && base ? t('compared.neverShown') : shown(base),
    theirText({ changedBy, isHidden, theirs }: ConnectionDifference): string {
      if (changedBy === 'mine') return t('compared.unchanged');
      return isHidden && theirs ? t('compared.maybeNew') : shown(theirs);
    },
    mineText({ changedBy, isHidden, mine }: ConnectionDifference): string {
      if (changedBy === 'theirs') return t('compared.unchanged');
      if (mine === undefined) return t('compared.removed');
      return isHidden ? t('compared.new') : shown(mine);
    },
  };
}
