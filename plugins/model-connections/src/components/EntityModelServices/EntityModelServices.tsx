import { Entity } from '@backstage/catalog-model';
import { Content, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { proposeModelServiceName } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo } from 'react';
import { useClusters } from '../../hooks/useClusters';
import { useDeployLink } from '../../hooks/useDeployLink';
import { useModelServiceLinks } from '../../hooks/useModelServiceLinks';
import { modelConnectionsTranslationRef } from '../../translation';
import { CreateButton } from '../CreateButton';
import {
  CLUSTER_ANNOTATION,
  NAMESPACE_ANNOTATION,
} from '../EntityConnections/entityAnnotations';
import { ModelServicesCard } from '../ModelServicesCard';
import { ClusterState } from '../ProjectSelector';
import { entityServicesOf } from './entityServices';

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
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
      minWidth: 0,
    },
    quiet: { color: stateColors(theme).quiet, overflowWrap: 'anywhere' },
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
  { name: 'MooringEntityModelServices' },
);

function ProjectServices(props: {
  cluster: string;
  namespace: string;
  entity: Entity;
}) {
  const { namespace, entity } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const clusters = useClusters();
  const links = useModelServiceLinks();
  const services = useMemo(() => entityServicesOf(entity), [entity]);
  const { selector, labels, problem } = services;
  const { name, title } = entity.metadata;
  const deploy = useDeployLink(props, {
    displayName: title ?? name,
    name: proposeModelServiceName(name, namespace),
    labels,
  });
  const cluster = clusters.value?.find(one => one.name === props.cluster);
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
    <ModelServicesCard
      cluster={cluster}
      namespace={namespace}
      deploy={deploy}
      selector={selector}
      header={count => (
        <div className={classes.header}>
          <div className={classes.title}>
            <Typography variant="h6" component="h2">
              {t('services.title')}
            </Typography>
            <Typography variant="caption" className={classes.quiet}>
              {problem && t('services.badSelector', { selector: problem })}
              {selector &&
                t('services.withLabel', {
                  count: count ?? 0,
                  label: <span className={classes.mono}>{selector.text}</span>,
                })}
            </Typography>
          </div>
          <CreateButton link={deploy} label={t('services.deployFromEntity')} />
        </div>
      )}
      note={
        <div className={classes.note}>
          <InfoOutlinedIcon fontSize="small" color="action" aria-hidden />
          <Typography variant="caption" className={classes.quiet}>
            {t('entity.source', {
              cluster: <span className={classes.mono}>{props.cluster}</span>,
              project: <span className={classes.mono}>{namespace}</span>,
            })}
          </Typography>
          <Link
            variant="caption"
            to={links.list({ cluster: props.cluster, namespace })}
          >
            {t('services.allOf', { project: namespace })}
          </Link>
        </div>
      }
    />
  );
}

/**
 * The tab *Model services* of an entity: those that its labels choose, in the project that its annotations name, else which
 * annotation to add.
 */
export function EntityModelServices() {
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
        <ProjectServices
          key={`${cluster}/${namespace}`}
          cluster={cluster}
          namespace={namespace}
          entity={entity}
        />
      )}
    </Content>
  );
}
