import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Cluster,
  ConnectionSummary,
} from '@mooring/backstage-plugin-model-connections-common';
import { ReactNode, useCallback, useRef, useState } from 'react';
import { useConnectionPages } from '../../hooks/useConnectionPages';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import { CreateLink } from '../../hooks/useCreateLink';
import { useListQuery } from '../../hooks/useListQuery';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  connectionRowKey,
  ConnectionsTable,
  RowMenu,
  useConnectionsTable,
} from '../ConnectionsTable';
import { DeleteConnectionDialog } from '../DeleteConnectionDialog';
import { ConnectionsFooter } from './ConnectionsFooter';
import { ConnectionsNotes } from './ConnectionsNotes';
import { ConnectionsProblem } from './ConnectionsProblem';
import { ConnectionsProgress } from './ConnectionsProgress';
import { ConnectionsState } from './ConnectionsState';
import { ConnectionsToolbar } from './ConnectionsToolbar';
import { mayOnlyLook } from './mayOnlyLook';
import { useListAnnouncement } from './useListAnnouncement';

const useStyles = makeStyles(
  {
    root: { overflow: 'hidden' },
    live: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  },
  { name: 'MooringConnectionsCard' },
);

/** The connections of one project, or of all projects of a cluster, with everything that can be done to them. */
export function ConnectionsCard(props: {
  cluster: Cluster;
  /** `-` for all projects. */
  namespace: string;
  /** Where a new connection is made, or why it cannot be. */
  create: CreateLink;
  /** The connection to be marked, by {@link connectionRowKey}. */
  newKey?: string;
  /** Stands above search and rows. */
  header?: ReactNode;
  /** Stands beneath the rows. */
  note?: ReactNode;
}) {
  const { cluster, namespace, create, newKey, header, note } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const pages = useConnectionPages({ cluster: cluster.name, namespace });
  const types = useConnectionTypes(cluster.name);
  const { search, setSearch, sorting, setSorting } = useListQuery();
  const [menu, setMenu] = useState<
    { row: ConnectionSummary; button: HTMLElement } | undefined
  >();
  const [doomed, setDoomed] = useState<ConnectionSummary | undefined>();
  const [deleted, setDeleted] = useState<string | undefined>();
  const searchInput = useRef<HTMLInputElement>(null);
  const lastButton = useRef<HTMLElement | undefined>(undefined);

  const openMenu = useCallback(
    (row: ConnectionSummary, button: HTMLElement) => {
      lastButton.current = button;
      setMenu({ row, button });
    },
    [],
  );
  const isReadOnly = mayOnlyLook(pages, create);
  const table = useConnectionsTable({
    rows: pages.rows,
    types: types.value,
    search: search.trim(),
    sorting,
    onSorting: setSorting,
    withProject: namespace === ALL_PROJECTS,
    isCompact: useMediaQuery(theme.breakpoints.down('xs')),
    isMedium: useMediaQuery(theme.breakpoints.down('sm')),
    newKey,
    mayOnlyLook: isReadOnly,
    onMenu: openMenu,
  });
  const matching = table.getFilteredRowModel().rows.length;
  const created = pages.rows.find(row => connectionRowKey(row) === newKey);
  const announcement = useListAnnouncement({
    pages,
    search,
    matching,
    deleted,
    created: created && (created.displayName ?? created.name),
  });

  return (
    <Paper className={classes.root}>
      {header}
      <ConnectionsToolbar
        pages={pages}
        search={search}
        onSearch={setSearch}
        matching={matching}
        inputRef={searchInput}
      />
      <ConnectionsProgress pages={pages} />
      <ConnectionsProblem pages={pages} cluster={cluster.name} />
      <ConnectionsNotes
        pages={pages}
        types={types}
        create={create}
        mayOnlyLook={isReadOnly}
      />
      {matching > 0 ? (
        <ConnectionsTable table={table} newKey={newKey} />
      ) : (
        <ConnectionsState
          pages={pages}
          types={types}
          cluster={cluster}
          namespace={namespace}
          search={search}
          createLink={create.to}
          onClearSearch={() => {
            setSearch('');
            searchInput.current?.focus();
          }}
        />
      )}
      <ConnectionsFooter pages={pages} table={table} />
      {note}
      <div role="status" aria-live="polite" className={classes.live}>
        {announcement}
      </div>
      <RowMenu
        connection={menu?.row}
        anchor={menu?.button}
        onClose={() => setMenu(undefined)}
        onDelete={row => {
          setMenu(undefined);
          setDoomed(row);
        }}
      />
      <DeleteConnectionDialog
        connection={doomed}
        clusterTitle={cluster.title}
        onClose={() => setDoomed(undefined)}
        onDeleted={row => {
          setDoomed(undefined);
          setDeleted(
            t('list.deletedAnnouncement', {
              name: row.displayName ?? row.name,
            }),
          );
          pages.remove(row);
        }}
        onExited={() => {
          const button = lastButton.current;
          (button?.isConnected ? button : searchInput.current)?.focus();
        }}
      />
    </Paper>
  );
}
