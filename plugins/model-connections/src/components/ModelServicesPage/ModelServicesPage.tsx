import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import { useLocation } from 'react-router-dom';
import { CreateLink } from '../../hooks/useCreateLink';
import { useDeployLink } from '../../hooks/useDeployLink';
import {
  ProjectSelection,
  useProjectSelection,
} from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInState, useMissingSignIn } from '../ClusterSignIn';
import { ConnectionsSkeleton } from '../ConnectionsTable';
import { CreateButton } from '../CreateButton';
import { ModelServicesCard, seenServiceOf } from '../ModelServicesCard';
import {
  ClusterState,
  ProjectSelector,
  ProjectState,
} from '../ProjectSelector';
import { StatePanel } from '../StatePanel';

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
  { name: 'MooringModelServicesPage' },
);

function Services(props: { selection: ProjectSelection; deploy: CreateLink }) {
  const { selection, deploy } = props;
  const { cluster, clusterName, clusters, namespace, namespaces } = selection;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { state } = useLocation();
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
          <ConnectionsSkeleton label={t('services.loading')} />
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
  if (selection.isUnknownProject) {
    return <ProjectState selection={selection} />;
  }
  return (
    <ModelServicesCard
      key={`${cluster.name}/${namespace}`}
      cluster={cluster}
      namespace={namespace}
      deploy={deploy}
      seenKey={seenServiceOf(state)}
    />
  );
}

/** The tab *Model services*: cluster and project above, their services beneath. */
export function ModelServicesPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const selection = useProjectSelection();
  const { cluster, clusters, namespace } = selection;
  const isUsable = cluster !== undefined && cluster.unusable === undefined;
  const deploy = useDeployLink(
    isUsable && !selection.isUnknownProject
      ? { cluster: cluster.name, namespace }
      : undefined,
  );
  return (
    <Content>
      {/* Without clusters there is nothing to select; what stands beneath says why. */}
      {(clusters.status === 'loading' || clusters.value?.length) && (
        <div className={classes.bar}>
          <ProjectSelector selection={selection} />
          {clusters.status === 'ready' && (
            <CreateButton link={deploy} label={t('services.deploy')} />
          )}
        </div>
      )}
      <Services selection={selection} deploy={deploy} />
    </Content>
  );
}
