import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { ProtocolTags } from '@mooring/backstage-plugin-model-connections-react';
import { ColumnDef } from '@tanstack/react-table';
import { creatorName } from '../ConnectionsTable/creatorName';
import { RelativeAge } from '../RelativeAge';
import { EnabledSwitch } from './EnabledSwitch';
import { TypeMenuButton } from './TypeMenuButton';
import { TypeNameCell } from './TypeNameCell';

/** What cells need that changes often: other columns would be other components, and whoever is in one would lose the focus. */
export interface ConnectionTypeTableMeta {
  /** Those whose switch waits for an answer, by name. */
  busy: ReadonlySet<string>;
}

/** What the cells need besides their row. */
export interface ConnectionTypeColumnsContext {
  /** Everything of a row but the switch stands in its first cell. */
  isCompact: boolean;
  onPreview(type: ConnectionType): void;
  onEnable(type: ConnectionType, enabled: boolean): void;
  onMenu(type: ConnectionType, button: HTMLElement): void;
  header(
    column:
      | 'name'
      | 'category'
      | 'compatibility'
      | 'creator'
      | 'created'
      | 'enabled'
      | 'actions',
  ): string;
}

/** The columns of the table of connection types, in order. */
export function connectionTypeColumns(
  context: ConnectionTypeColumnsContext,
): ColumnDef<ConnectionType>[] {
  const { header } = context;
  return [
    {
      id: 'name',
      header: header('name'),
      accessorFn: row => row.displayName ?? row.name,
      sortingFn: 'alphanumeric',
      cell: ({ row }) => (
        <TypeNameCell
          type={row.original}
          isCompact={context.isCompact}
          onPreview={context.onPreview}
        />
      ),
    },
    {
      id: 'category',
      header: header('category'),
      accessorFn: row => row.categories.join(', '),
      sortingFn: 'alphanumeric',
      cell: ({ getValue }) => getValue<string>() || '–',
    },
    {
      id: 'compatibility',
      header: header('compatibility'),
      accessorFn: row => row.protocols.join(' '),
      sortingFn: 'alphanumeric',
      cell: ({ row }) => <ProtocolTags protocols={row.original.protocols} />,
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
      id: 'created',
      header: header('created'),
      // Ages grow while dates fall: ascending begins with the youngest.
      accessorFn: row => -Date.parse(row.createdAt),
      sortingFn: 'basic',
      sortDescFirst: false,
      cell: ({ row }) => <RelativeAge iso={row.original.createdAt} />,
    },
    {
      id: 'enabled',
      header: header('enabled'),
      accessorFn: row => (row.enabled ? 0 : 1),
      sortingFn: 'basic',
      sortDescFirst: false,
      cell: ({ row, table }) => (
        <EnabledSwitch
          type={row.original}
          isBusy={(table.options.meta as ConnectionTypeTableMeta).busy.has(
            row.original.name,
          )}
          onChange={context.onEnable}
        />
      ),
    },
    {
      id: 'actions',
      header: header('actions'),
      enableSorting: false,
      cell: ({ row }) => (
        <TypeMenuButton type={row.original} onOpen={context.onMenu} />
      ),
    },
  ];
}
