import { Entity } from '@backstage/catalog-model';
import { Content, Link, LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
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
import { StatePanel } from '../StatePanel';
import {
  EntityServices,
  entityServicesOf,
  SELECTOR_ANNOTATION,
} from './entityServices';

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

/** Which services the list shows, how many once that is known, and what does not come to be among them. */
function Narrowing(props: { services: EntityServices; count?: number }) {
  const { services, count } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const mono = (text: string) => <span className={classes.mono}>{text}</span>;
  if (services.kind === 'named') {
    return <>{t('services.named', { name: mono(services.name) })}</>;
  }
  if (services.kind !== 'labelled') return null;
  const { selector, labels } = services;
  const label = mono(selector.text);
  return (
    <>
      {count === undefined
        ? t('services.ofLabel', { label })
        : t('services.withLabel', { count, label })}
      {!labels && <div>{t('services.notJoined')}</div>}
    </>
  );
}

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
  const { name, title } = entity.metadata;
  const deploy = useDeployLink(props, {
    displayName: title ?? name,
    name:
      services.kind === 'named'
        ? services.name
        : proposeModelServiceName(name, namespace),
    labels: services.kind === 'labelled' ? services.labels : undefined,
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
  const all = links.list({ cluster: props.cluster, namespace });
  if (services.kind === 'unreadable') {
    return (
      <Paper>
        <StatePanel
          isError
          icon={<ErrorOutlineIcon />}
          title={t('services.badSelector')}
          description={t('services.badSelectorHint', {
            annotation: (
              <span className={classes.mono}>{SELECTOR_ANNOTATION}</span>
            ),
            selector: <span className={classes.mono}>{services.text}</span>,
          })}
          action={
            <LinkButton variant="outlined" color="primary" to={all}>
              {t('services.allOf', { project: namespace })}
            </LinkButton>
          }
        />
      </Paper>
    );
  }
  return (
    <ModelServicesCard
      cluster={cluster}
      namespace={namespace}
      deploy={deploy}
      selector={services.kind === 'all' ? undefined : services.selector}
      header={count => (
        <div className={classes.header}>
          <div className={classes.title}>
            <Typography variant="h6" component="h2">
              {t('services.title')}
            </Typography>
            <Typography
              variant="caption"
              component="div"
              className={classes.quiet}
            >
              <Narrowing services={services} count={count} />
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
          <Link variant="caption" to={all}>
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
