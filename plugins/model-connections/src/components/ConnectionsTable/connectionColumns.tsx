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

type SortContext = Pick<ConnectionColumnsContext, 'types' | 'usesOf'>;

/** What each column is sorted by. */
export const connectionSortKeys: Record<
  Exclude<ConnectionColumnId, 'actions'>,
  (row: ConnectionSummary, context: SortContext) => string | number
> = {
  name: row => row.displayName ?? row.name,
  project: row => row.namespace,
  type: (row, { types }) => typeTitle(row, types),
  compatibility: row => row.protocols.join(' '),
  usedBy: (row, { usesOf }) => usesOf(row)?.count ?? -1,
  // Ages grow while dates fall: ascending begins with the youngest.
  age: row => -Date.parse(row.createdAt),
};

const CELLS: Record<
  ConnectionColumnId,
  ((cell: Context) => JSX.Element) | undefined
> = {
  name: nameCell,
  project: undefined,
  type: typeCell,
  compatibility: compatibilityCell,
  usedBy: usedByCell,
  age: ageCell,
  actions: menuCell,
};

/** The columns of the table of connections, in order. */
export function connectionColumns(
  header: (column: ConnectionColumnId) => string,
): ColumnDef<ConnectionSummary>[] {
  return (Object.keys(CELLS) as ConnectionColumnId[]).map(id => ({
    id,
    header: header(id),
    accessorFn: row => (id === 'project' ? row.namespace : undefined),
    enableSorting: id !== 'actions',
    // The most used ones are what one looks for.
    sortDescFirst: id === 'usedBy',
    ...(CELLS[id] && { cell: CELLS[id] }),
  }));
}
