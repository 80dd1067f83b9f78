import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { CreateLink, useCreateLink } from '../../hooks/useCreateLink';
import {
  ProjectSelection,
  useProjectSelection,
} from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInState, useMissingSignIn } from '../ClusterSignIn';
import { ConnectionsCard } from '../ConnectionsCard';
import { ConnectionsSkeleton } from '../ConnectionsTable';
import { CreateButton } from '../CreateButton';
import {
  ClusterState,
  ProjectSelector,
  ProjectState,
} from '../ProjectSelector';
import { StatePanel } from '../StatePanel';
import { createdConnectionOf } from './CreatedConnection';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'MooringConnectionsPage' },
);

function Connections(props: {
  selection: ProjectSelection;
  create: CreateLink;
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
      key={`${cluster.name}/${namespace}`}
      cluster={cluster}
      namespace={namespace}
      create={props.create}
      newKey={createdConnectionOf(location.state).createdKey}
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
  const createButton = useRef<HTMLDivElement>(null);
  const { hasLeft } = createdConnectionOf(useLocation().state);
  const isReady = create.to !== undefined;
  useEffect(() => {
    if (hasLeft && isReady && document.activeElement === document.body) {
      createButton.current?.querySelector<HTMLElement>('a, button')?.focus();
    }
  }, [hasLeft, isReady]);
  return (
    <Content>
      {/* Without clusters there is nothing to select; what stands beneath says why. */}
      {(clusters.status === 'loading' || clusters.value?.length) && (
        <div className={classes.bar}>
          <ProjectSelector selection={selection} />
          <div ref={createButton}>
            {clusters.status === 'ready' && <CreateButton link={create} />}
          </div>
        </div>
      )}
      <Connections selection={selection} create={create} />
    </Content>
  );
}
