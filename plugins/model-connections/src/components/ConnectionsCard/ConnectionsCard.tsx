import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Cluster,
  ConnectionSummary,
} from '@mooring/backstage-plugin-model-connections-common';
import { ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useConnectionLinks } from '../../hooks/useConnectionLinks';
import { useConnectionPages } from '../../hooks/useConnectionPages';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import { useConnectionUses } from '../../hooks/useConnectionUses';
import { CreateLink } from '../../hooks/useCreateLink';
import { useListQuery } from '../../hooks/useListQuery';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { LeftConnection } from '../ConnectionsPage/LeftConnection';
import {
  connectionRowKey,
  ConnectionsTable,
  RowAction,
  RowMenu,
  shownRowActions,
  useConnectionsTable,
  useSortedConnections,
} from '../ConnectionsTable';
import { ListFooter, ListProblem, ListProgress } from '../ListPages';
import { ConnectionDialogs, ConnectionTask } from './ConnectionDialogs';
import { ConnectionFilterChips } from './ConnectionFilterChips';
import { ConnectionsNotes } from './ConnectionsNotes';
import { ConnectionsState } from './ConnectionsState';
import { ConnectionsToolbar } from './ConnectionsToolbar';
import { mayOnlyLook } from './mayOnlyLook';
import { useConnectionFilters } from './useConnectionFilters';
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
  /** Which connection one comes back from. */
  left?: LeftConnection;
  /** Stands above search and rows. */
  header?: ReactNode;
  /** Stands beneath the rows. */
  note?: ReactNode;
}) {
  const { cluster, namespace, create, left = {}, header, note } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const links = useConnectionLinks();
  const pages = useConnectionPages({ cluster: cluster.name, namespace });
  const types = useConnectionTypes(cluster.name);
  const uses = useConnectionUses({ cluster: cluster.name, namespace });
  const { search, setSearch, sorting: wanted, setSorting } = useListQuery();
  const { sorted, sorting } = useSortedConnections(pages.rows, wanted, {
    types: types.value,
    usesOf: uses.of,
  });
  const { filters, matching, narrowing } = useConnectionFilters(
    sorted,
    uses,
    search,
  );
  const [menu, setMenu] = useState<
    { row: ConnectionSummary; button: HTMLElement } | undefined
  >();
  const [task, setTask] = useState<ConnectionTask | undefined>();
  const [copiedKey, setCopiedKey] = useState<string | undefined>();
  const [event, setEvent] = useState<string | undefined>();
  const searchInput = useRef<HTMLInputElement>(null);
  const lastButton = useRef<HTMLElement | undefined>(undefined);

  const openMenu = useCallback(
    (row: ConnectionSummary, button: HTMLElement) => {
      lastButton.current = button;
      setMenu({ row, button });
    },
    [],
  );
  const openUsedBy = useCallback(
    (connection: ConnectionSummary, button: HTMLElement) => {
      lastButton.current = button;
      setTask({ action: 'usedBy', connection });
    },
    [],
  );
  const person = {
    mayOnlyLook: mayOnlyLook(pages, create),
    mayCreate: create.to !== undefined || create.reason !== undefined,
  };
  const newKey = copiedKey ?? left.createdKey;
  const shownKey = newKey ?? left.savedKey ?? left.seenKey;
  // The list is come back to as it was left.
  const linkState = useMemo(
    () => ({ backTo: `${pathname}${query}` }),
    [pathname, query],
  );
  const table = useConnectionsTable({
    rows: matching,
    narrowing,
    types: types.value,
    sorting,
    onSorting: setSorting,
    withProject: namespace === ALL_PROJECTS,
    isCompact: useMediaQuery(theme.breakpoints.down('xs')),
    isMedium: useMediaQuery(theme.breakpoints.down('sm')),
    newKey,
    shownKey,
    usesOf: uses.of,
    linkTo: links.edit,
    linkState,
    onUsedBy: openUsedBy,
    onMenu: openMenu,
  });
  const isNarrowed = search.trim() !== '' || filters.isActive;
  const titleOf = (key: string | undefined) => {
    const row = pages.rows.find(one => connectionRowKey(one) === key);
    return row && (row.displayName ?? row.name);
  };
  const announcement = useListAnnouncement({
    pages,
    isNarrowed,
    matching: matching.length,
    event,
    created: titleOf(newKey),
    saved: titleOf(left.savedKey),
  });
  const act = (action: RowAction, connection: ConnectionSummary) => {
    setMenu(undefined);
    if (action === 'edit') {
      navigate(links.edit(connection), { state: linkState });
    } else {
      setTask({ action, connection });
    }
  };
  const menuUse = menu && uses.of(menu.row);

  return (
    <Paper className={classes.root}>
      {header}
      <ConnectionsToolbar
        pages={pages}
        search={search}
        onSearch={setSearch}
        isNarrowed={isNarrowed}
        matching={matching.length}
        inputRef={searchInput}
        onReload={() => {
          pages.reload();
          uses.reload();
        }}
        filters={
          <ConnectionFilterChips
            rows={pages.rows}
            types={types.value}
            uses={uses}
            filters={filters}
          />
        }
      />
      <ListProgress pages={pages} label={t('list.loading')} />
      <ListProblem pages={pages} cluster={cluster.name} />
      <ConnectionsNotes
        pages={pages}
        types={types}
        uses={uses}
        create={create}
        mayOnlyLook={person.mayOnlyLook}
      />
      {matching.length > 0 ? (
        <ConnectionsTable
          table={table}
          newKey={shownKey}
          isPlain={shownKey !== undefined && shownKey === left.seenKey}
        />
      ) : (
        <ConnectionsState
          pages={pages}
          types={types}
          cluster={cluster}
          namespace={namespace}
          search={search}
          createLink={create.to}
          onClear={() => {
            setSearch('');
            filters.clear('q');
            searchInput.current?.focus();
          }}
        />
      )}
      <ListFooter pages={pages} table={table} />
      {note}
      <div role="status" aria-live="polite" className={classes.live}>
        {announcement}
      </div>
      <RowMenu
        connection={menu?.row}
        actions={menu ? shownRowActions(menu.row, person, menuUse) : []}
        use={menuUse}
        anchor={menu?.button}
        onClose={() => setMenu(undefined)}
        onAct={act}
      />
      <ConnectionDialogs
        task={task}
        cluster={cluster}
        onClose={() => setTask(undefined)}
        onCopied={copy => {
          setTask(undefined);
          if (namespace === ALL_PROJECTS || copy.namespace === namespace) {
            setCopiedKey(connectionRowKey(copy));
            pages.reload();
          }
        }}
        onDeleted={connection => {
          setTask(undefined);
          setEvent(
            t('list.deletedAnnouncement', {
              name: connection.displayName ?? connection.name,
            }),
          );
          pages.remove(connection);
        }}
        onApplied={uses.reload}
        onExited={() => {
          const button = lastButton.current;
          (button?.isConnected ? button : searchInput.current)?.focus();
        }}
      />
    </Paper>
  );
}
