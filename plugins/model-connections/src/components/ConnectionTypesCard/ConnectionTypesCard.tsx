import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  Cluster,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useConnectionTypeLinks } from '../../hooks/useConnectionTypeLinks';
import { useConnectionTypeList } from '../../hooks/useConnectionTypeList';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useListQuery } from '../../hooks/useListQuery';
import { useMayCreateTypes } from '../../hooks/useMayCreateTypes';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { SavedConnectionType } from '../ConnectionTypesPage/SavedConnectionType';
import { PreviewDialog } from '../ConnectionTypePreview';
import {
  TypeRowMenu,
  useConnectionTypesTable,
  useTypeObstacles,
} from '../ConnectionTypesTable';
import { DeleteConnectionTypeDialog } from '../DeleteConnectionTypeDialog';
import { ExportTypeDialog } from '../ExportTypeDialog';
import { ImportTypesDialog } from '../ImportTypesDialog';
import { hasSeveralPages, ListPagination, ListTable } from '../ListTable';
import { ListToolbar } from '../ListToolbar';
import { Problem } from '../Problem';
import { ConnectionTypesActions } from './ConnectionTypesActions';
import { ConnectionTypesState } from './ConnectionTypesState';
import { EnableProblem } from './EnableProblem';
import { TypeFilterChips } from './TypeFilterChips';
import { useEnableType } from './useEnableType';
import { useFocusAfterLeaving } from './useFocusAfterLeaving';
import { useTypeFilters } from './useTypeFilters';

const useStyles = makeStyles(
  theme => ({
    root: { overflow: 'hidden' },
    rule: { borderBottom: `1px solid ${theme.palette.divider}` },
    live: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'MooringConnectionTypesCard' },
);

/** The connection types of a cluster, with everything that can be done to them. */
export function ConnectionTypesCard(props: {
  cluster: Cluster;
  /** What the editor left behind. */
  saved: SavedConnectionType;
  /** What stands above the card, around its actions. */
  bar(actions: ReactNode): ReactNode;
}) {
  const { cluster, saved, bar } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const navigate = useNavigate();
  const links = useConnectionTypeLinks(cluster.name);
  const { mayNotCreate } = useMayCreateTypes();
  const list = useConnectionTypeList(cluster.name);
  const { search, setSearch, sorting, setSorting } = useListQuery();
  const { filters, matching } = useTypeFilters(list.items, search);
  const [menu, setMenu] = useState<
    { type: ConnectionType; button: HTMLElement } | undefined
  >();
  const [previewed, setPreviewed] = useState<ConnectionType | undefined>();
  const [exported, setExported] = useState<ConnectionType | undefined>();
  const [doomed, setDoomed] = useState<ConnectionType | undefined>();
  const [event, setEvent] = useState<string | undefined>();
  const [isImporting, setImporting] = useState(false);
  const enabling = useEnableType(cluster.name, list, type =>
    setEvent(
      t(type.enabled ? 'types.enabledDone' : 'types.disabledDone', {
        name: type.displayName ?? type.name,
      }),
    ),
  );
  const searchInput = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const rememberSwitch = useFocusAfterLeaving(
    card,
    matching.map(({ name }) => name),
    searchInput,
  );
  const lastButton = useRef<HTMLElement | undefined>(undefined);
  const obstacles = useTypeObstacles(previewed, mayNotCreate);

  const openMenu = useCallback((type: ConnectionType, button: HTMLElement) => {
    lastButton.current = button;
    setMenu({ type, button });
  }, []);
  const { enable } = enabling;
  const onEnable = useCallback(
    (type: ConnectionType, enabled: boolean) => {
      rememberSwitch(type.name);
      enable(type, enabled);
    },
    [enable, rememberSwitch],
  );
  const table = useConnectionTypesTable({
    rows: matching,
    sorting,
    onSorting: setSorting,
    isCompact: useMediaQuery(theme.breakpoints.down('xs')),
    isMedium: useMediaQuery(theme.breakpoints.down('sm')),
    busy: enabling.busy,
    newKey: saved.savedName,
    onPreview: setPreviewed,
    onEnable,
    onMenu: openMenu,
  });

  // The editor that had the focus is gone, and no row takes it.
  const isReady = list.status !== 'loading';
  useEffect(() => {
    if (saved.hasLeft && isReady && document.activeElement === document.body) {
      searchInput.current?.focus();
    }
  }, [saved.hasLeft, isReady]);

  const isNarrowed = search.trim() !== '' || filters.isActive;
  const numbers = {
    matching: String(matching.length),
    loaded: String(list.items.length),
  };
  let count = '';
  if (list.items.length > 0) {
    count = isNarrowed
      ? t('list.matchCount', numbers)
      : t('types.count', { count: list.items.length });
  }
  const edit = (type: ConnectionType) => navigate(links.edit(type.name));
  const duplicate = (type: ConnectionType) =>
    navigate(links.duplicate(type.name));

  return (
    <>
      {bar(
        <ConnectionTypesActions
          createLink={links.create}
          mayNotCreate={mayNotCreate}
          onImport={() => setImporting(true)}
        />,
      )}
      <Paper ref={card} className={classes.root}>
        <ListToolbar
          search={search}
          searchLabel={t('types.search')}
          onSearch={setSearch}
          inputRef={searchInput}
          filters={<TypeFilterChips types={list.items} filters={filters} />}
          count={count}
          onReload={list.reload}
        />
        <div className={classes.rule} />
        {list.items.length > 0 && list.error && (
          <Problem
            action={<SignInButton cluster={cluster.name} error={list.error} />}
          >
            {t('list.reloadFailed', { reason: reasonOf(list.error) })}
          </Problem>
        )}
        {enabling.failure && (
          <EnableProblem
            failure={enabling.failure}
            cluster={cluster.name}
            onRetry={() =>
              enabling.failure &&
              enabling.enable(enabling.failure.type, enabling.failure.enabled)
            }
          />
        )}
        {matching.length > 0 ? (
          <ListTable
            table={table}
            label={t('types.title')}
            newKey={saved.savedName}
          />
        ) : (
          <ConnectionTypesState
            list={list}
            cluster={cluster.name}
            createLink={mayNotCreate ? undefined : links.create}
            onClear={() => {
              setSearch('');
              filters.clear('q');
              searchInput.current?.focus();
            }}
          />
        )}
        {hasSeveralPages(table) && <ListPagination table={table} />}
        <div role="status" aria-live="polite" className={classes.live}>
          {isNarrowed ? count : event ?? count}
        </div>
      </Paper>
      <TypeRowMenu
        type={menu?.type}
        anchor={menu?.button}
        mayNotCreate={mayNotCreate}
        onClose={() => setMenu(undefined)}
        onPreview={setPreviewed}
        onEdit={edit}
        onDuplicate={duplicate}
        onExport={setExported}
        onDelete={setDoomed}
      />
      <PreviewDialog
        type={previewed}
        mayNotEdit={obstacles.edit}
        mayNotDuplicate={obstacles.duplicate}
        onClose={() => setPreviewed(undefined)}
        onEdit={edit}
        onDuplicate={duplicate}
      />
      <ExportTypeDialog
        type={exported}
        onClose={() => setExported(undefined)}
      />
      <ImportTypesDialog
        isOpen={isImporting}
        cluster={cluster}
        types={list.items}
        mayNotCreate={mayNotCreate}
        onClose={() => setImporting(false)}
        onChanged={list.reload}
      />
      <DeleteConnectionTypeDialog
        type={doomed}
        cluster={cluster}
        onClose={() => setDoomed(undefined)}
        onDeleted={type => {
          setDoomed(undefined);
          setEvent(
            t('list.deletedAnnouncement', {
              name: type.displayName ?? type.name,
            }),
          );
          list.remove(type.name);
        }}
        onExited={() => {
          const button = lastButton.current;
          (button?.isConnected ? button : searchInput.current)?.focus();
        }}
      />
    </>
  );
}
