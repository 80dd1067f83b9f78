import { modelConnectionsPermissions } from '@mooring/backstage-plugin-model-connections-common';
import { errorReason } from './errorReason';
import { errorStatus } from './errorStatus';

/**
 * The permission that the portal's policy refused, which the server names in its words; `undefined` where something else
 * went wrong, such as a cluster that refuses.
 *
 * @public
 */
export function deniedPermission(error: Error): string | undefined {
  if (errorStatus(error) !== 403) {
    return undefined;
  }
  const named = /modelConnections(\.\w+)+/.exec(errorReason(error))?.[0];
  return modelConnectionsPermissions.find(({ name }) => name === named)?.name;
}
