import { Content, LinkButton, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useDeployLink } from '../../hooks/useDeployLink';
import { useLoaded } from '../../hooks/useLoaded';
import {
  readPrefill,
  useModelServiceLinks,
} from '../../hooks/useModelServiceLinks';
import {
  ALL_PROJECTS,
  useProjectSelection,
} from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { useLockReason } from '../ModelServiceActions';
import { BackToList } from '../NotFound';
import { ClusterState, ProjectState } from '../ProjectSelector';
import { ErrorState, StatePanel } from '../StatePanel';
import { ModelServiceForm } from './ModelServiceForm';

interface Place {
  cluster: Cluster;
  namespace: string;
}

function ToServices(props: Place) {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useModelServiceLinks();
  return (
    <LinkButton
      variant="outlined"
      color="primary"
      to={links.list({
        cluster: props.cluster.name,
        namespace: props.namespace,
      })}
    >
      {t('services.toList')}
    </LinkButton>
  );
}

function NewService(props: Place) {
  const { cluster, namespace } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [query] = useSearchParams();
  const deploy = useDeployLink({ cluster: cluster.name, namespace });
  if (deploy.missingPermission) {
    return (
      <Paper>
        <StatePanel
          icon={<LockOutlinedIcon />}
          title={t('services.form.mayNot')}
          description={t('create.mayNotHint', {
            permission: deploy.missingPermission,
          })}
          action={<ToServices {...props} />}
        />
      </Paper>
    );
  }
  return deploy.to ? (
    <ModelServiceForm
      cluster={cluster}
      namespace={namespace}
      prefill={readPrefill(query)}
    />
  ) : (
    <Progress />
  );
}

function ExistingService(props: Place & { name: string }) {
  const { cluster, namespace, name } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const lockReasonOf = useLockReason();
  const loaded = useLoaded(`${cluster.name}/${namespace}/${name}`, () =>
    api.getModelService({ cluster: cluster.name, namespace, name }),
  );
  if (loaded.status === 'failed') {
    return (
      <Paper>
        <ErrorState
          title={t('services.loadFailed', { name })}
          forbiddenTitle={t('services.forbidden')}
          cluster={cluster.name}
          error={loaded.error}
          onRetry={loaded.retry}
          action={<ToServices {...props} />}
        />
      </Paper>
    );
  }
  if (loaded.status === 'loading') {
    return <Progress />;
  }
  const obstacle =
    lockReasonOf(loaded.value) ??
    (loaded.value.allowedActions.includes('update')
      ? undefined
      : t('services.mayNotUpdate'));
  return obstacle ? (
    <Paper>
      <StatePanel
        icon={<LockOutlinedIcon />}
        title={t('services.form.mayNotEdit', { name })}
        description={obstacle}
        action={<ToServices {...props} />}
      />
    </Paper>
  ) : (
    <ModelServiceForm
      cluster={cluster}
      namespace={namespace}
      service={loaded.value}
    />
  );
}

/** The form for a model service, in the cluster and project that the URL names: a new one, or one that is changed. */
export function ModelServiceFormPage() {
  const { name } = useParams();
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
    if (namespace === ALL_PROJECTS) {
      return (
        <Paper>
          <StatePanel
            icon={<LayersOutlinedIcon />}
            title={t('list.chooseProject')}
            description={t('services.deployWhere')}
            action={<ToServices cluster={cluster} namespace={namespace} />}
          />
        </Paper>
      );
    }
    const place = { cluster, namespace };
    const key = `${cluster.name}/${namespace}/${name}`;
    return name === undefined ? (
      <NewService key={key} {...place} />
    ) : (
      <ExistingService key={key} {...place} name={name} />
    );
  };
  return (
    <>
      {!isNarrow && (
        // On narrow screens a third entry does not fit. It stands beside the content, which must not be mounted anew when a
        // screen is turned.
        <BreadcrumbEntry
          entry={{
            label: name ?? t('services.form.title'),
            href: `${pathname}${search}`,
          }}
        >
          {null}
        </BreadcrumbEntry>
      )}
      <Content>{content()}</Content>
    </>
  );
}
