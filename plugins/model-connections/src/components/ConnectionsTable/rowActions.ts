import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { UseCount } from '../../hooks/useConnectionUses';

/** What the menu of a row can do, in order. */
const ROW_ACTIONS = [
  'edit',
  'apply',
  'duplicate',
  'copy',
  'manifest',
  'delete',
] as const;

/** One action of a row's menu. */
export type RowAction = (typeof ROW_ACTIONS)[number];

/** The actions that change the connection itself, by what the policy calls them. */
const CHANGES = { edit: 'update', delete: 'delete' } as const;

/** Whether the portal's policy lets the person change or delete a connection. */
export function mayChange(connection: ConnectionSummary): boolean {
  return Object.values(CHANGES).some(action =>
    connection.allowedActions.includes(action),
  );
}

/**
 * What the menu of a row shows. What the person may never do is absent; a connection that something else manages can be
 * changed by nobody here: these entries stay, to give that reason, except for people who `mayOnlyLook` anyway.
 */
export function shownRowActions(
  connection: ConnectionSummary,
  person: { mayOnlyLook: boolean; mayCreate: boolean },
  use: UseCount | undefined,
): readonly RowAction[] {
  const { allowedActions, managedBy } = connection;
  return ROW_ACTIONS.filter(action => {
    switch (action) {
      case 'edit':
      case 'delete':
        return managedBy
          ? !person.mayOnlyLook
          : allowedActions.includes(CHANGES[action]);
      case 'apply':
        return !person.mayOnlyLook && use !== undefined && use.stale > 0;
      case 'duplicate':
      case 'copy':
        return person.mayCreate && allowedActions.includes('use');
      default:
        return true;
    }
  });
}
