import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { CreateLink, useCreateLink } from '../../hooks/useCreateLink';
import {
  ProjectSelection,
  useProjectSelection,
} from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { AdoptButton } from '../AdoptSecretDialog';
import { SignInState, useMissingSignIn } from '../ClusterSignIn';
import { ConnectionsCard } from '../ConnectionsCard';
import { connectionRowKey, ConnectionsSkeleton } from '../ConnectionsTable';
import { CreateButton } from '../CreateButton';
import {
  ClusterState,
  ProjectSelector,
  ProjectState,
} from '../ProjectSelector';
import { StatePanel } from '../StatePanel';
import { LeftConnection, leftConnectionOf } from './LeftConnection';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'MooringConnectionsPage' },
);

function Connections(props: {
  selection: ProjectSelection;
  create: CreateLink;
  /** With another number the list is loaded anew. */
  loads: number;
}) {
  const { cluster, clusterName, clusters, namespace, namespaces } =
    props.selection;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const location = useLocation();
  const signIn = useMissingSignIn(clusterName, namespaces.error);
  if (!cluster || cluster.unusable !== undefined) {
    return <ClusterState clusters={clusters} clusterName={clusterName} />;
  }
  if (signIn && namespaces.error) {
    return (
      <Paper>
        <SignInState signIn={signIn} error={namespaces.error} />
      </Paper>
    );
  }
  if (namespace === undefined) {
    return (
      <Paper>
        {namespaces.status === 'loading' ? (
          <ConnectionsSkeleton />
        ) : (
          <StatePanel
            icon={<LayersOutlinedIcon />}
            title={t('list.chooseProject')}
            description={t('list.chooseProjectHint')}
          />
        )}
      </Paper>
    );
  }
  if (props.selection.isUnknownProject) {
    return <ProjectState selection={props.selection} />;
  }
  return (
    <ConnectionsCard
      key={`${cluster.name}/${namespace}/${props.loads}`}
      cluster={cluster}
      namespace={namespace}
      create={props.create}
      left={leftConnectionOf(location.state)}
    />
  );
}

/** The tab *Connections*: cluster and project above, their connections beneath. */
export function ConnectionsPage() {
  const classes = useStyles();
  const selection = useProjectSelection();
  const { cluster, clusters, namespace } = selection;
  const isUsable = cluster !== undefined && cluster.unusable === undefined;
  const create = useCreateLink(
    isUsable && !selection.isUnknownProject
      ? { cluster: cluster.name, namespace }
      : undefined,
  );
  const [loads, setLoads] = useState(0);
  const navigate = useNavigate();
  const { search } = useLocation();
  const createButton = useRef<HTMLDivElement>(null);
  const { hasLeft } = leftConnectionOf(useLocation().state);
  const isReady = create.to !== undefined;
  useEffect(() => {
    if (hasLeft && isReady && document.activeElement === document.body) {
      createButton.current?.querySelector<HTMLElement>('a')?.focus();
    }
  }, [hasLeft, isReady]);
  return (
    <Content>
      {/* Without clusters there is nothing to select; what stands beneath says why. */}
      {(clusters.status === 'loading' || clusters.value?.length) && (
        <div className={classes.bar}>
          <ProjectSelector selection={selection} />
          <div className={classes.actions} ref={createButton}>
            <AdoptButton
              create={create}
              cluster={isUsable ? cluster.name : undefined}
              namespace={namespace}
              namespaces={selection.namespaces}
              onAdopted={adopted => {
                setLoads(count => count + 1);
                navigate(
                  { search },
                  {
                    replace: true,
                    state: {
                      createdKey: connectionRowKey(adopted),
                    } satisfies LeftConnection,
                  },
                );
              }}
            />
            {clusters.status === 'ready' && <CreateButton link={create} />}
          </div>
        </div>
      )}
      <Connections selection={selection} create={create} loads={loads} />
    </Content>
  );
}
