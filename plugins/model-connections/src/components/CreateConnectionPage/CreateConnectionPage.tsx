import { Content, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { useLocation } from 'react-router-dom';
import { useMayCreate } from '../../hooks/useMayCreate';
import { useProjectSelection } from '../../hooks/useProjectSelection';
import { createConnectionRouteRef } from '../../routes';
import { modelConnectionsTranslationRef } from '../../translation';
import { BackToList } from '../NotFound';
import { ClusterState, ProjectState } from '../ProjectSelector';
import { StatePanel } from '../StatePanel';
import { CreateConnection } from './CreateConnection';

/** The form for a new connection, in the cluster and project that the URL names. */
export function CreateConnectionPage() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const selection = useProjectSelection();
  const { search } = useLocation();
  const path = useRouteRef(createConnectionRouteRef)();
  const mayCreate = useMayCreate();
  const { cluster, clusters, clusterName } = selection;

  const content = () => {
    if (!cluster || cluster.unusable !== undefined) {
      return (
        <ClusterState
          clusters={clusters}
          clusterName={clusterName}
          unknownHint={t('clusters.unknownHintList')}
          action={<BackToList />}
        />
      );
    }
    if (mayCreate.isLoading) {
      return <Progress />;
    }
    if (mayCreate.missing) {
      return (
        <Paper>
          <StatePanel
            icon={<LockOutlinedIcon />}
            title={t('create.mayNot')}
            description={t('create.mayNotHint', {
              permission: mayCreate.missing,
            })}
            action={<BackToList />}
          />
        </Paper>
      );
    }
    if (selection.isUnknownProject) {
      return <ProjectState selection={selection} action={<BackToList />} />;
    }
    return (
      <CreateConnection
        key={cluster.name}
        selection={selection}
        cluster={cluster}
      />
    );
  };
  return (
    <BreadcrumbEntry
      entry={{ label: t('create.title'), href: `${path}${search}` }}
    >
      <Content>{content()}</Content>
    </BreadcrumbEntry>
  );
}
