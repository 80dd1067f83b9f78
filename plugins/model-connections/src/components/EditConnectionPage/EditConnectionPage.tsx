import { Content, LinkButton, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { useConnectionLinks } from '../../hooks/useConnectionLinks';
import { useConnectionType } from '../../hooks/useConnectionType';
import { useLoaded } from '../../hooks/useLoaded';
import { useProjectSelection } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { BackToList } from '../NotFound';
import { ClusterState, ProjectState } from '../ProjectSelector';
import { ErrorState } from '../StatePanel';
import { EditConnection } from './EditConnection';

function OneConnection(props: {
  cluster: Cluster;
  namespace: string;
  name: string;
}) {
  const { cluster, namespace, name } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useConnectionLinks();
  const connection = useLoaded(`${cluster.name}/${namespace}/${name}`, () =>
    api.getConnection({ cluster: cluster.name, namespace, name }),
  );
  const typeName = connection.value?.typeName;
  const type = useConnectionType(
    typeName === undefined
      ? undefined
      : { cluster: cluster.name, name: typeName },
  );
  // Once there is a form, it stays while the type is asked for again: what was typed is in it.
  const [isOpen, setOpen] = useState(false);
  const isReady =
    connection.status === 'ready' &&
    (typeName === undefined || type.status !== 'loading');
  if (isReady && !isOpen) setOpen(true);
  if (connection.status === 'failed') {
    return (
      <Paper>
        <ErrorState
          title={t('edit.loadFailed', { name })}
          forbiddenTitle={t('edit.forbidden')}
          cluster={cluster.name}
          error={connection.error}
          onRetry={connection.retry}
          action={
            <LinkButton
              variant="outlined"
              color="primary"
              to={links.list({ cluster: cluster.name, namespace })}
            >
              {t('common.toList')}
            </LinkButton>
          }
        />
      </Paper>
    );
  }
  if (connection.status === 'loading' || !(isReady || isOpen)) {
    return <Progress />;
  }
  return (
    <EditConnection
      cluster={cluster}
      connection={connection.value}
      type={type}
    />
  );
}

/** One connection, in the cluster and project that the URL names: to be changed, or to be looked at. */
export function EditConnectionPage() {
  const { name = '' } = useParams();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pathname, search } = useLocation();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const selection = useProjectSelection();
  const { cluster, clusters, clusterName, namespace } = selection;

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
    if (selection.isUnknownProject) {
      return <ProjectState selection={selection} action={<BackToList />} />;
    }
    if (namespace === undefined) {
      return <Progress />;
    }
    return (
      <OneConnection
        key={`${cluster.name}/${namespace}/${name}`}
        cluster={cluster}
        namespace={namespace}
        name={name}
      />
    );
  };
  return (
    <>
      {!isNarrow && (
        // On narrow screens a third entry does not fit, and there is a way back on the page.
        <BreadcrumbEntry entry={{ label: name, href: `${pathname}${search}` }}>
          {null}
        </BreadcrumbEntry>
      )}
      <Content>{content()}</Content>
    </>
  );
}
