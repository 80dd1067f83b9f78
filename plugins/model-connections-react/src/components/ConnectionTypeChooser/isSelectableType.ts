import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';

/**
 * Whether a new connection may be made from a type: it is enabled and its ConfigMap is valid.
 *
 * @public
 */
export function isSelectableType(type: ConnectionType): boolean {
  return type.enabled && type.invalid === undefined;
}
