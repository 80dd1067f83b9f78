import { Content, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { useClusters } from '../../hooks/useClusters';
import { useCreateLink } from '../../hooks/useCreateLink';
import { connectionsRouteRef } from '../../routes';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionsCard } from '../ConnectionsCard';
import { CreateButton } from '../CreateButton';
import { ClusterState } from '../ProjectSelector';
import { CLUSTER_ANNOTATION, NAMESPACE_ANNOTATION } from './entityAnnotations';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(2, 2, 1),
    },
    note: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
      '& a': { marginLeft: 'auto' },
    },
    mono: { fontFamily: 'monospace' },
  }),
  { name: 'MooringEntityConnections' },
);

function ProjectConnections(props: { cluster: string; namespace: string }) {
  const { namespace } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const clusters = useClusters();
  const list = useRouteRef(connectionsRouteRef)();
  const create = useCreateLink(props);
  const cluster = clusters.value?.find(({ name }) => name === props.cluster);
  if (!cluster || cluster.unusable !== undefined) {
    return (
      <ClusterState
        clusters={clusters}
        clusterName={props.cluster}
        unknownHint={t('entity.unknownCluster', {
          annotation: CLUSTER_ANNOTATION,
        })}
      />
    );
  }
  return (
    <ConnectionsCard
      cluster={cluster}
      namespace={namespace}
      create={create}
      header={
        <div className={classes.header}>
          <Typography variant="h6" component="h2">
            {t('list.title')}
          </Typography>
          <CreateButton link={create} />
        </div>
      }
      note={
        <div className={classes.note}>
          <InfoOutlinedIcon fontSize="small" color="action" aria-hidden />
          <Typography variant="caption" color="textSecondary">
            {t('entity.source', {
              cluster: <span className={classes.mono}>{props.cluster}</span>,
              project: <span className={classes.mono}>{namespace}</span>,
            })}
          </Typography>
          <Link
            variant="caption"
            to={`${list}?${new URLSearchParams({
              cluster: props.cluster,
              namespace,
            })}`}
          >
            {t('entity.all', { project: namespace })}
          </Link>
        </div>
      }
    />
  );
}

/** The tab *Connections* of an entity: those of the project that its annotations name, else which annotation to add. */
export function EntityConnections() {
  const { entity } = useEntity();
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[CLUSTER_ANNOTATION];
  const namespace = annotations[NAMESPACE_ANNOTATION];
  const missing = [CLUSTER_ANNOTATION, NAMESPACE_ANNOTATION].filter(
    name => !annotations[name],
  );
  return (
    <Content noPadding>
      {missing.length > 0 ? (
        <MissingAnnotationEmptyState annotation={missing} />
      ) : (
        <ProjectConnections
          key={`${cluster}/${namespace}`}
          cluster={cluster}
          namespace={namespace}
        />
      )}
    </Content>
  );
}
