import {
  ConnectionSummary,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { CellContext, ColumnDef } from '@tanstack/react-table';
import { UseCount } from '../../hooks/useConnectionUses';
import { AgeCell } from './AgeCell';
import { CompatibilityCell } from './CompatibilityCell';
import { NameCell } from './NameCell';
import { RowMenuButton } from './RowMenuButton';
import { TypeCell } from './TypeCell';
import { UsedByCell } from './UsedByCell';

/** What the cells need besides their row: the table's `meta`. */
export interface ConnectionColumnsContext {
  types?: readonly ConnectionType[];
  /** Everything of a row stands in its first cell. */
  isCompact: boolean;
  /** Connections of several projects are shown. */
  withProject: boolean;
  newKey?: string;
  usesOf(row: ConnectionSummary): UseCount | undefined;
  /** Where a connection is looked at and changed. */
  linkTo(row: ConnectionSummary): string;
  linkState?: object;
  onUsedBy(row: ConnectionSummary, button: HTMLElement): void;
  onMenu(row: ConnectionSummary, button: HTMLElement): void;
}

/** The headers of the columns, in order. */
export type ConnectionColumnId =
  | 'name'
  | 'project'
  | 'type'
  | 'compatibility'
  | 'usedBy'
  | 'age'
  | 'actions';

function typeOf(
  row: ConnectionSummary,
  types: readonly ConnectionType[] | undefined,
): ConnectionType | undefined {
  return types?.find(type => type.name === row.typeName);
}

function typeTitle(
  row: ConnectionSummary,
  types: readonly ConnectionType[] | undefined,
): string {
  return typeOf(row, types)?.displayName ?? row.typeName ?? '';
}

type Context = CellContext<ConnectionSummary, unknown>;
const contextOf = ({ table }: Context) =>
  table.options.meta as ConnectionColumnsContext;

// React takes each of these for a component: were they made anew, all cells would be, and what has the focus would lose it.
const usedByCell = (cell: Context) => (
  <UsedByCell
    connection={cell.row.original}
    use={contextOf(cell).usesOf(cell.row.original)}
    onOpen={contextOf(cell).onUsedBy}
  />
);
const nameCell = (cell: Context) => {
  const { original } = cell.row;
  const { isCompact, withProject, newKey, types, linkTo, linkState } =
    contextOf(cell);
  return (
    <NameCell
      connection={original}
      link={linkTo(original)}
      linkState={linkState}
      usedBy={isCompact ? usedByCell(cell) : undefined}
      isCompact={isCompact}
      withProject={withProject}
      newKey={newKey}
      typeTitle={typeTitle(original, types)}
    />
  );
};
const typeCell = (cell: Context) => {
  const { types } = contextOf(cell);
  return (
    <TypeCell
      connection={cell.row.original}
      type={typeOf(cell.row.original, types)}
      areTypesKnown={types !== undefined}
    />
  );
};
const compatibilityCell = ({ row }: Context) => (
  <CompatibilityCell connection={row.original} />
);
const ageCell = ({ row }: Context) => <AgeCell connection={row.original} />;
const menuCell = (cell: Context) => (
  <RowMenuButton
    connection={cell.row.original}
    onOpen={contextOf(cell).onMenu}
  />
);

/** The columns of the table of connections, in order. */
export function connectionColumns(
  header: (column: ConnectionColumnId) => string,
  { types, usesOf }: Pick<ConnectionColumnsContext, 'types' | 'usesOf'>,
): ColumnDef<ConnectionSummary>[] {
  return [
    {
      id: 'name',
      header: header('name'),
      accessorFn: row => row.displayName ?? row.name,
      sortingFn: 'alphanumeric',
      cell: nameCell,
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
      accessorFn: row => typeTitle(row, types),
      sortingFn: 'alphanumeric',
      cell: typeCell,
    },
    {
      id: 'compatibility',
      header: header('compatibility'),
      accessorFn: row => row.protocols.join(' '),
      sortingFn: 'alphanumeric',
      cell: compatibilityCell,
    },
    {
      id: 'usedBy',
      header: header('usedBy'),
      accessorFn: row => usesOf(row)?.count ?? -1,
      sortingFn: 'basic',
      cell: usedByCell,
    },
    {
      id: 'age',
      header: header('age'),
      // Ages grow while dates fall: ascending begins with the youngest.
      accessorFn: row => -Date.parse(row.createdAt),
      sortingFn: 'basic',
      sortDescFirst: false,
      cell: ageCell,
    },
    {
      id: 'actions',
      header: header('actions'),
      enableSorting: false,
      cell: menuCell,
    },
  ];
}
