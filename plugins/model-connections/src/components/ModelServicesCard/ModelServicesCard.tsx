import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Cluster,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { CreateLink } from '../../hooks/useCreateLink';
import { useConnectionPages } from '../../hooks/useConnectionPages';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useFollowStarting } from '../../hooks/useFollowStarting';
import { useListFilters } from '../../hooks/useListFilters';
import { useListQuery } from '../../hooks/useListQuery';
import { useModelServiceLinks } from '../../hooks/useModelServiceLinks';
import { useModelServicePages } from '../../hooks/useModelServicePages';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { ListFooter, ListProblem, ListProgress } from '../ListPages';
import { ListTable } from '../ListTable';
import { ListToolbar } from '../ListToolbar';
import {
  ServiceAction,
  serviceActions,
  ServiceDialogs,
  ServiceDialogTask,
  ServiceMenu,
  useServiceAction,
} from '../ModelServiceActions';
import { useModelServicesTable } from '../ModelServicesTable';
import { Problem } from '../Problem';
import { ModelServicesState } from './ModelServicesState';
import { ServiceFilterChips } from './ServiceFilterChips';
import { matchesServiceNarrowing, SERVICE_FILTERS } from './serviceFilters';

const useStyles = makeStyles(
  theme => ({
    root: { overflow: 'hidden' },
    partial: {
      padding: theme.spacing(1, 2),
      color: stateColors(theme).quiet,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    live: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'MooringModelServicesCard' },
);

/** Which services of a project are shown. */
export interface ServiceSelector {
  text: string;
  matches(service: Pick<ModelService, 'name' | 'labels'>): boolean;
}

/** The model services of one project, or of all projects of a cluster, with everything that can be done to them. */
export function ModelServicesCard(props: {
  cluster: Cluster;
  /** `-` for all projects. */
  namespace: string;
  deploy: CreateLink;
  selector?: ServiceSelector;
  /** The service that one comes back from, by `modelServiceRowKey`; its row takes the focus. */
  seenKey?: string;
  /** Stands above search and rows; gets how many there are, once that is known. */
  header?(count: number | undefined): ReactNode;
  /** Stands beneath the rows. */
  note?: ReactNode;
}) {
  const { cluster, namespace, deploy, selector, seenKey, header, note } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const doNow = useServiceAction();
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const links = useModelServiceLinks();
  const pages = useModelServicePages({ cluster: cluster.name, namespace });
  const connections = useConnectionPages(
    pages.rows.some(({ location }) => location?.kind === 'connection')
      ? { cluster: cluster.name, namespace }
      : undefined,
  );
  useFollowStarting({ cluster: cluster.name, namespace }, pages);
  const { search, setSearch, sorting, setSorting } = useListQuery();
  const filters = useListFilters(SERVICE_FILTERS);
  const [menu, setMenu] = useState<
    { row: ModelService; button: HTMLElement } | undefined
  >();
  const [task, setTask] = useState<ServiceDialogTask | undefined>();
  const [event, setEvent] = useState<string | undefined>();
  const [failure, setFailure] = useState<Error | undefined>();
  const searchInput = useRef<HTMLInputElement>(null);
  const lastButton = useRef<HTMLElement | undefined>(undefined);

  const rows = useMemo(
    () =>
      selector ? pages.rows.filter(row => selector.matches(row)) : pages.rows,
    [pages.rows, selector],
  );
  const isNarrowed = search.trim() !== '' || filters.isActive;
  const matching = isNarrowed
    ? rows.filter(row => matchesServiceNarrowing(row, search, filters.values))
    : rows;
  const byKey = useMemo(
    () =>
      new Map(
        connections.rows.map(row => [`${row.namespace}/${row.name}`, row]),
      ),
    [connections.rows],
  );
  const connectionOf = useCallback(
    ({ namespace: project, location }: ModelService) =>
      location?.kind === 'connection'
        ? byKey.get(`${project}/${location.connection}`)
        : undefined,
    [byKey],
  );
  const titleOfConnection = useCallback(
    (name: string) =>
      connections.rows.find(row => row.name === name)?.displayName ?? name,
    [connections.rows],
  );
  const openMenu = useCallback((row: ModelService, button: HTMLElement) => {
    lastButton.current = button;
    setMenu({ row, button });
  }, []);
  // The list is come back to as it was left.
  const linkState = useMemo(
    () => ({ backTo: `${pathname}${query}` }),
    [pathname, query],
  );
  const table = useModelServicesTable({
    rows: matching,
    sorting,
    onSorting: setSorting,
    withProject: namespace === ALL_PROJECTS,
    isCompact: useMediaQuery(theme.breakpoints.down('xs')),
    isMedium: useMediaQuery(theme.breakpoints.down('md')),
    connectionOf,
    linkTo: links.details,
    linkState,
    onMenu: openMenu,
  });

  const start = async (service: ModelService) => {
    setFailure(undefined);
    try {
      pages.put(await doNow('start', service));
    } catch (error) {
      setFailure(error as Error);
    }
  };
  const act = (action: ServiceAction, service: ModelService) => {
    setMenu(undefined);
    if (action === 'edit') {
      navigate(links.edit(service), { state: linkState });
    } else if (action === 'start') {
      start(service);
    } else {
      setTask({ action, service });
    }
  };
  const numbers = {
    matching: String(matching.length),
    loaded: String(rows.length),
  };
  let count = '';
  if (rows.length > 0) {
    count = isNarrowed
      ? t('list.matchCount', numbers)
      : t('services.count', { count: rows.length });
  }

  return (
    <Paper className={classes.root}>
      {header?.(pages.phase === 'done' ? rows.length : undefined)}
      <ListToolbar
        search={search}
        searchLabel={t('services.search')}
        onSearch={setSearch}
        inputRef={searchInput}
        count={count}
        onReload={pages.reload}
        filters={
          <ServiceFilterChips
            rows={rows}
            filters={filters}
            titleOfConnection={titleOfConnection}
          />
        }
      />
      <ListProgress pages={pages} label={t('services.loading')} />
      <ListProblem pages={pages} cluster={cluster.name} />
      {failure && (
        <Problem>
          {t('services.actionFailed', { reason: reasonOf(failure) })}
        </Problem>
      )}
      {pages.partial && (
        <Typography
          variant="caption"
          component="div"
          className={classes.partial}
        >
          {pages.partial}
        </Typography>
      )}
      {matching.length > 0 ? (
        <ListTable
          table={table}
          label={t('services.title')}
          newKey={seenKey}
          isPlain
        />
      ) : (
        <ModelServicesState
          pages={pages}
          cluster={cluster}
          namespace={namespace}
          rows={rows.length}
          selector={selector?.text}
          deploy={deploy}
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
        {isNarrowed ? count : event ?? (pages.phase === 'done' ? count : '')}
      </div>
      <ServiceMenu
        service={menu?.row}
        actions={menu ? serviceActions(menu.row) : []}
        anchor={menu?.button}
        onClose={() => setMenu(undefined)}
        onAct={act}
      />
      <ServiceDialogs
        task={task}
        clusterTitle={cluster.title}
        onClose={() => setTask(undefined)}
        onChanged={service => {
          setTask(undefined);
          pages.put(service);
        }}
        onDeleted={service => {
          setTask(undefined);
          setEvent(
            t('list.deletedAnnouncement', {
              name: service.displayName ?? service.name,
            }),
          );
          pages.remove(service);
        }}
        onExited={() => {
          const button = lastButton.current;
          (button?.isConnected ? button : searchInput.current)?.focus();
        }}
      />
    </Paper>
  );
}
