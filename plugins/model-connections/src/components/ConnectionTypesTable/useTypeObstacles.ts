import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionType,
  isFullyReadConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** Why something cannot be done with a type; absent for what can. */
export interface TypeObstacles {
  edit?: string;
  duplicate?: string;
  export?: string;
  delete?: string;
}

/** What stands in the way of the actions on a type: its lock, the caller's permissions, or what could not be read of it. */
export function useTypeObstacles(
  type: ConnectionType | undefined,
  mayNotCreate: string | undefined,
): TypeObstacles {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (!type) {
    return {};
  }
  const may = (action: string) => type.allowedActions.includes(action);
  const unread = isFullyReadConnectionType(type)
    ? undefined
    : t('types.notFullyRead');
  const locked = type.preinstalled ? t('types.locked') : undefined;
  return {
    edit: locked ?? (may('update') ? unread : t('types.mayNotEdit')),
    duplicate: mayNotCreate ?? unread,
    export: unread,
    delete: locked ?? (may('delete') ? undefined : t('types.mayNotDelete')),
  };
}
