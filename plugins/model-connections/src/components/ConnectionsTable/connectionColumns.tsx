import {
  ConnectionSummary,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { ColumnDef } from '@tanstack/react-table';
import { RelativeAge } from '../RelativeAge';
import { CompatibilityCell } from './CompatibilityCell';
import { creatorName } from './creatorName';
import { NameCell } from './NameCell';
import { RowMenuButton } from './RowMenuButton';
import { shownRowActions } from './rowActions';
import { TypeCell } from './TypeCell';

/** What the cells need besides their row. */
export interface ConnectionColumnsContext {
  types?: readonly ConnectionType[];
  /** Everything of a row stands in its first cell. */
  isCompact: boolean;
  /** Connections of several projects are shown. */
  withProject: boolean;
  newKey?: string;
  /** The person can change none of the connections. */
  mayOnlyLook: boolean;
  onMenu(row: ConnectionSummary, button: HTMLElement): void;
  header(
    column:
      | 'name'
      | 'project'
      | 'type'
      | 'compatibility'
      | 'creator'
      | 'age'
      | 'actions',
  ): string;
}

/** The columns of the table of connections, in order. */
export function connectionColumns(
  context: ConnectionColumnsContext,
): ColumnDef<ConnectionSummary>[] {
  const { types, isCompact, withProject, newKey, onMenu, header, mayOnlyLook } =
    context;
  const typeOf = (row: ConnectionSummary) =>
    types?.find(type => type.name === row.typeName);
  const typeTitle = (row: ConnectionSummary) =>
    typeOf(row)?.displayName ?? row.typeName ?? '';
  return [
    {
      id: 'name',
      header: header('name'),
      accessorFn: row => row.displayName ?? row.name,
      sortingFn: 'alphanumeric',
      cell: ({ row }) => (
        <NameCell
          connection={row.original}
          isCompact={isCompact}
          withProject={withProject}
          newKey={newKey}
          typeTitle={typeTitle(row.original)}
        />
      ),
    },
    {
      id: 'project',
      header: header('project'),
      accessorFn: row => row.namespace,
      sortingFn: 'alphanumeric',
    },
    {
      id: 'type',
      header: header('type'),
      accessorFn: typeTitle,
      sortingFn: 'alphanumeric',
      cell: ({ row }) => (
        <TypeCell
          connection={row.original}
          type={typeOf(row.original)}
          areTypesKnown={types !== undefined}
        />
      ),
    },
    {
      id: 'compatibility',
      header: header('compatibility'),
      accessorFn: row => row.protocols.join(' '),
      sortingFn: 'alphanumeric',
      cell: ({ row }) => <CompatibilityCell connection={row.original} />,
    },
    {
      id: 'creator',
      header: header('creator'),
      accessorFn: row => (row.creator ? creatorName(row.creator) : ''),
      sortingFn: 'alphanumeric',
      cell: ({ row, getValue }) => (
        <span title={row.original.creator}>{getValue<string>() || '–'}</span>
      ),
    },
    {
      id: 'age',
      header: header('age'),
      // Ages grow while dates fall: ascending begins with the youngest.
      accessorFn: row => -Date.parse(row.createdAt),
      sortingFn: 'basic',
      sortDescFirst: false,
      cell: ({ row }) => <RelativeAge iso={row.original.createdAt} />,
    },
    {
      id: 'actions',
      header: header('actions'),
      enableSorting: false,
      cell: ({ row }) =>
        shownRowActions(row.original, mayOnlyLook).length > 0 && (
          <RowMenuButton connection={row.original} onOpen={onMenu} />
        ),
    },
  ];
}
