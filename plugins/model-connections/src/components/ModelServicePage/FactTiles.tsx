import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/Warning';
import {
  Connection,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { modelUriOf } from '../../model-services/connectionValues';
import { gpuKeyOf } from '../../model-services/resourceFields';
import { rolloutStateOf } from '../../model-services/rolloutStateOf';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  locationText,
  ModelLocationCell,
  ModelServiceState,
  replicasText,
} from '../ModelServicesTable';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      padding: theme.spacing(2, 0),
      marginBottom: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        rowGap: theme.spacing(2),
      },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    tile: {
      minWidth: 0,
      padding: theme.spacing(0, 3),
      overflowWrap: 'anywhere',
      '& + &': { borderLeft: `1px solid ${theme.palette.divider}` },
      [theme.breakpoints.down('xs')]: { '& + &': { borderLeft: 0 } },
    },
    heading: {
      marginBottom: theme.spacing(0.75),
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: theme.typography.fontWeightBold as number,
      letterSpacing: '0.04em',
      textTransform: 'uppercase',
    },
    fact: {
      display: 'flex',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(16),
      fontWeight: theme.typography.fontWeightMedium as number,
      lineHeight: '20px',
      '& svg': { flexShrink: 0, fontSize: 20 },
    },
    quiet: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
    },
    good: { color: stateColors(theme).success },
    due: { color: stateColors(theme).warning },
  }),
  { name: 'MooringFactTiles' },
);

function Tile(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.tile}>
      <Typography component="h2" className={classes.heading}>
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}

/** What one asks first of a service: is it ready, is it behind, from where, on what. */
export function FactTiles(props: {
  service: ModelService;
  /** The connection that it names, where it can be read. */
  connection?: Connection;
}) {
  const { service, connection } = props;
  const { status, location, runtime, modelFormat, resources } = service;
  const { drift } = status;
  const isUnknown = !drift && service.partial !== undefined;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const gpus = resources?.limits?.[gpuKeyOf(resources)];
  const memory = resources?.limits?.memory ?? resources?.requests?.memory;
  const perReplica = [
    gpus && t('services.gpus', { gpus: String(gpus) }),
    memory && String(memory),
    t('services.replicas', { replicas: replicasText(service) }),
  ].filter(Boolean);
  return (
    <Paper className={classes.root}>
      <Tile title={t('services.fact.readiness')}>
        <ModelServiceState
          isLarge
          status={{ ...status, drift: undefined }}
          rollout={rolloutStateOf(service)}
        />
      </Tile>
      <Tile title={t('services.fact.drift')}>
        {location?.kind === 'connection' ? (
          <>
            <div className={classes.fact}>
              {drift && <WarningIcon className={classes.due} aria-hidden />}
              {isUnknown && <HelpOutlineIcon color="disabled" aria-hidden />}
              {!drift && !isUnknown && (
                <CheckCircleIcon className={classes.good} aria-hidden />
              )}
              {t(
                `services.needs.${
                  drift ?? (isUnknown ? 'unknown' : 'nothing')
                }`,
              )}
            </div>
            <div className={classes.quiet}>
              {isUnknown
                ? service.partial
                : t(drift ? `services.drift.${drift}` : 'services.upToDate')}
            </div>
          </>
        ) : (
          <div className={classes.fact}>{t('services.needs.none')}</div>
        )}
      </Tile>
      <Tile title={t('services.fact.location')}>
        <ModelLocationCell
          service={service}
          connection={connection}
          text={
            location &&
            ((connection && modelUriOf(connection, location)) ??
              locationText(location))
          }
        />
      </Tile>
      <Tile title={t('services.fact.runtime')}>
        <div className={classes.fact}>
          {runtime ?? t('services.runtimeAuto')}
        </div>
        <div className={classes.quiet}>
          {[modelFormat?.name, ...perReplica].filter(Boolean).join(' · ')}
        </div>
      </Tile>
    </Paper>
  );
}
