import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Progress } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import CloudOffOutlinedIcon from '@material-ui/icons/CloudOffOutlined';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import { ReactNode } from 'react';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { ErrorState, StatePanel } from '../StatePanel';

/** Why nothing can be shown for the chosen cluster: none is there, it is unknown or cannot be used, or still loading. */
export function ClusterState(props: {
  clusters: Loaded<Cluster[]>;
  clusterName?: string;
  /** What to do about an unknown cluster, where there is no selector above. */
  unknownHint?: string;
  /** The way out, where there is no selector above. */
  action?: ReactNode;
}) {
  const { clusters, clusterName, unknownHint, action } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (clusters.status === 'loading') {
    return <Progress />;
  }
  if (clusters.status === 'failed') {
    return (
      <Paper>
        <ErrorState
          title={t('clusters.failed')}
          forbiddenTitle={t('clusters.forbidden')}
          error={clusters.error}
          onRetry={clusters.retry}
        />
      </Paper>
    );
  }
  const cluster = clusters.value.find(({ name }) => name === clusterName);
  let title: string = t('clusters.none');
  let description: string | undefined = t('clusters.noneHint');
  if (cluster) {
    title = t('clusters.unusable', { cluster: cluster.title });
    description = cluster.unusable;
  } else if (clusters.value.length > 0) {
    title = t('clusters.unknown', { cluster: clusterName ?? '' });
    description = unknownHint ?? t('clusters.unknownHint');
  }
  return (
    <Paper>
      <StatePanel
        icon={<CloudOffOutlinedIcon />}
        title={title}
        description={description}
        action={action}
      />
    </Paper>
  );
}
