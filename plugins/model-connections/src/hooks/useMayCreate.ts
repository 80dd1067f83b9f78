import { usePermission } from '@backstage/plugin-permission-react';
import {
  connectionCreatePermission,
  connectionTypeReadPermission,
} from '@mooring/backstage-plugin-model-connections-common';

/** Whether the person may create connections, which takes seeing the types as well. */
export interface MayCreate {
  /** The policy has not answered yet. */
  isLoading: boolean;
  /** The permission that they lack; absent where they may. */
  missing?: string;
}

/**
 * Asks the portal's policy whether the person may create connections at all. Where no answer came it is for the server to
 * refuse.
 */
export function useMayCreate(): MayCreate {
  const create = usePermission({ permission: connectionCreatePermission });
  const types = usePermission({ permission: connectionTypeReadPermission });
  if (create.loading || types.loading) {
    return { isLoading: true };
  }
  if (!create.allowed && !create.error) {
    return { isLoading: false, missing: connectionCreatePermission.name };
  }
  if (!types.allowed && !types.error) {
    return { isLoading: false, missing: connectionTypeReadPermission.name };
  }
  return { isLoading: false };
}
