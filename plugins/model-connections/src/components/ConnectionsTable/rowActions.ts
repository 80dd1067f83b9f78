import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';

/** What the menu of a row can do; the names are those of `allowedActions`. */
const ROW_ACTIONS = ['delete'] as const;

/** One action of a row's menu. */
export type RowAction = (typeof ROW_ACTIONS)[number];

/** What the portal's policy lets the person do with one connection, of what the menu has. */
export function allowedRowActions(connection: ConnectionSummary): RowAction[] {
  return ROW_ACTIONS.filter(action =>
    connection.allowedActions.includes(action),
  );
}

/**
 * What the menu of a row shows. A connection that something else manages allows nothing to anybody: what its menu has
 * stays, with that reason, except for people who `mayOnlyLook` anyway.
 */
export function shownRowActions(
  connection: ConnectionSummary,
  mayOnlyLook: boolean,
): readonly RowAction[] {
  if (connection.managedBy) {
    return mayOnlyLook ? [] : ROW_ACTIONS;
  }
  return allowedRowActions(connection);
}
