import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import StorageIcon from '@material-ui/icons/Storage';
import {
  ConnectionSummary,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeIcon,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useConnectionLinks } from '../../hooks/useConnectionLinks';
import { modelConnectionsTranslationRef } from '../../translation';
import { locationText } from './locationText';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 140, overflowWrap: 'anywhere' },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      lineHeight: '20px',
      '& svg': { flexShrink: 0, fontSize: 16 },
    },
    path: {
      color: stateColors(theme).quiet,
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
    },
    quiet: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringModelLocationCell' },
);

/** Where a model comes from: the connection, which its name leads to, and the path; or claim or address. */
export function ModelLocationCell(props: {
  service: ModelService;
  /** The connection that it names, where it is known. */
  connection?: ConnectionSummary;
  /** Stands instead of the path, where more is known. */
  text?: string;
}) {
  const { service, connection, text } = props;
  const { location, cluster, namespace } = service;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useConnectionLinks();
  if (!location) {
    return <span className={classes.quiet}>{t('services.locationOwn')}</span>;
  }
  const path = text ?? locationText(location);
  return (
    <div className={classes.root}>
      <div className={classes.title}>
        {location.kind === 'connection' && (
          <>
            <ConnectionTypeIcon
              color="action"
              protocol={connection?.protocol}
            />
            <Link
              to={links.edit({
                cluster,
                namespace,
                name: location.connection,
              })}
            >
              {connection?.displayName ?? location.connection}
            </Link>
          </>
        )}
        {location.kind === 'pvc' && (
          <>
            <StorageIcon color="action" aria-hidden />
            {t('services.locationPvc')}
          </>
        )}
        {location.kind === 'uri' && (
          <>
            <LinkIcon color="action" aria-hidden />
            {t('services.locationUri')}
          </>
        )}
      </div>
      {path && <div className={classes.path}>{path}</div>}
    </div>
  );
}
