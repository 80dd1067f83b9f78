import {
  ConnectionSummary,
  ModelService,
  modelServiceStateOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { ColumnDef } from '@tanstack/react-table';
import { RelativeAge } from '../RelativeAge';
import { locationText } from './locationText';
import { ModelLocationCell } from './ModelLocationCell';
import { ModelServiceState } from './ModelServiceState';
import { replicasText } from './replicasText';
import { ServiceMenuButton } from './ServiceMenuButton';
import { ServiceNameCell } from './ServiceNameCell';
import { ServiceUrl } from './ServiceUrl';

/** What cells need that arrives late: other columns would be other components, and whoever is in one would lose the focus. */
export interface ModelServiceTableMeta {
  connectionOf(service: ModelService): ConnectionSummary | undefined;
}

/** What the cells need besides their row. */
export interface ModelServiceColumnsContext {
  /** Everything of a row stands in its first cell. */
  isCompact: boolean;
  withProject: boolean;
  linkTo(service: ModelService): string;
  linkState?: object;
  onMenu(service: ModelService, button: HTMLElement): void;
  header(
    column:
      | 'name'
      | 'project'
      | 'state'
      | 'location'
      | 'runtime'
      | 'replicas'
      | 'url'
      | 'age'
      | 'actions',
  ): string;
}

const STATES = ['failed', 'starting', 'ready', 'stopped'];

/** The columns of the table of model services, in order. */
export function modelServiceColumns(
  context: ModelServiceColumnsContext,
): ColumnDef<ModelService>[] {
  const { header } = context;
  const metaOf = (table: { options: { meta?: object } }) =>
    table.options.meta as ModelServiceTableMeta;
  return [
    {
      id: 'name',
      header: header('name'),
      accessorFn: row => row.displayName ?? row.name,
      sortingFn: 'alphanumeric',
      cell: ({ row: { original }, table }) => (
        <ServiceNameCell
          service={original}
          link={context.linkTo(original)}
          linkState={context.linkState}
          withProject={context.withProject}
          rest={
            context.isCompact && (
              <>
                <ModelServiceState status={original.status} />
                <ModelLocationCell
                  service={original}
                  connection={metaOf(table).connectionOf(original)}
                />
              </>
            )
          }
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
      id: 'state',
      header: header('state'),
      // What needs somebody comes first.
      accessorFn: ({ status }) =>
        STATES.indexOf(modelServiceStateOf(status)) * 2 +
        (status.drift ? 0 : 1),
      sortingFn: 'basic',
      sortDescFirst: false,
      cell: ({ row }) => <ModelServiceState status={row.original.status} />,
    },
    {
      id: 'location',
      header: header('location'),
      accessorFn: ({ location }) =>
        location && `${location.kind} ${locationText(location)}`,
      sortingFn: 'alphanumeric',
      cell: ({ row, table }) => (
        <ModelLocationCell
          service={row.original}
          connection={metaOf(table).connectionOf(row.original)}
        />
      ),
    },
    {
      id: 'runtime',
      header: header('runtime'),
      accessorFn: row => row.runtime ?? row.modelFormat?.name ?? '',
      sortingFn: 'alphanumeric',
      cell: ({ getValue }) => getValue<string>() || '–',
    },
    {
      id: 'replicas',
      header: header('replicas'),
      accessorFn: row => (row.status.stopped ? 0 : row.minReplicas ?? 1),
      sortingFn: 'basic',
      cell: ({ row }) => replicasText(row.original),
    },
    {
      id: 'url',
      header: header('url'),
      accessorFn: row => row.status.url ?? '',
      sortingFn: 'alphanumeric',
      cell: ({ row: { original } }) => (
        <ServiceUrl
          url={original.status.url}
          name={original.displayName ?? original.name}
        />
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
      cell: ({ row }) => (
        <ServiceMenuButton service={row.original} onOpen={context.onMenu} />
      ),
    },
  ];
}
