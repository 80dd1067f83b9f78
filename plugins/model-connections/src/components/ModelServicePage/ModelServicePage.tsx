import { Content, LinkButton, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  Cluster,
  ModelServiceKind,
} from '@mooring/backstage-plugin-model-connections-common';
import { errorStatus } from '@mooring/backstage-plugin-model-connections-react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useModelServiceLinks } from '../../hooks/useModelServiceLinks';
import { useModelServicePolling } from '../../hooks/useModelServicePolling';
import { useProjectSelection } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { BackToList } from '../NotFound';
import { ClusterState, ProjectState } from '../ProjectSelector';
import { ErrorState } from '../StatePanel';
import { ModelServiceDetails } from './ModelServiceDetails';

function OneService(props: {
  cluster: Cluster;
  namespace: string;
  name: string;
  kind?: ModelServiceKind;
}) {
  const { cluster, namespace, name, kind } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useModelServiceLinks();
  const polled = useModelServicePolling({
    cluster: cluster.name,
    namespace,
    name,
    kind,
  });
  const { service, error } = polled;
  const isMissing = error !== undefined && errorStatus(error) === 404;
  if (error && (!service || isMissing)) {
    let title: string = t('services.loadFailed', { name });
    // One that was never seen may be mistyped, or there is no KServe: the reason tells.
    if (isMissing) {
      title = t(service ? 'services.gone' : 'services.notFound', { name });
    }
    return (
      <Paper>
        <ErrorState
          title={title}
          forbiddenTitle={t('services.forbidden')}
          cluster={cluster.name}
          error={error}
          onRetry={polled.look}
          action={
            <LinkButton
              variant="outlined"
              color="primary"
              to={links.list({ cluster: cluster.name, namespace })}
            >
              {t('services.toList')}
            </LinkButton>
          }
        />
      </Paper>
    );
  }
  return service ? (
    <ModelServiceDetails cluster={cluster} service={service} polled={polled} />
  ) : (
    <Progress />
  );
}

/** One model service, in the cluster and project that the URL names. */
export function ModelServicePage() {
  const { name = '' } = useParams();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pathname, search } = useLocation();
  const [query] = useSearchParams();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const selection = useProjectSelection();
  const { cluster, clusters, clusterName, namespace } = selection;
  const kind =
    query.get('kind') === 'LLMInferenceService'
      ? 'LLMInferenceService'
      : undefined;
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
      <OneService
        key={`${cluster.name}/${namespace}/${name}/${kind}`}
        cluster={cluster}
        namespace={namespace}
        name={name}
        kind={kind}
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
