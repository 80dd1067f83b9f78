import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Cluster,
  ModelService,
  modelServiceStateOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useLoaded } from '../../hooks/useLoaded';
import { PolledModelService } from '../../hooks/useModelServicePolling';
import { useModelServiceLinks } from '../../hooks/useModelServiceLinks';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Note } from '../EditConnectionPage/Note';
import {
  ServiceAction,
  serviceActions,
  ServiceDialogs,
  ServiceDialogTask,
  ServiceMenu,
  useLockReason,
  useServiceAction,
} from '../ModelServiceActions';
import { seenServiceState } from '../ModelServicesCard';
import { PageHeading } from '../PageHeading';
import { Problem } from '../Problem';
import { BindingCard } from './BindingCard';
import { DetailsBar } from './DetailsBar';
import { EndpointCard } from './EndpointCard';
import { FactTiles } from './FactTiles';
import { ProgressSteps } from './ProgressSteps';

const useStyles = makeStyles(
  theme => ({
    card: {
      padding: theme.spacing(2, 3),
      marginBottom: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    heading: {
      marginBottom: theme.spacing(1.5),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'MooringModelServiceDetails' },
);

/** One service: how it is, what it is bound to, how far it has come, and everything that can be done to it. */
export function ModelServiceDetails(props: {
  cluster: Cluster;
  service: ModelService;
  polled: PolledModelService;
}) {
  const { cluster, service, polled } = props;
  const { displayName, name, namespace, kind, status, location } = service;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const api = useModelConnectionsApi();
  const navigate = useNavigate();
  const { state: left } = useLocation();
  const links = useModelServiceLinks();
  const doNow = useServiceAction();
  const lockReasonOf = useLockReason();
  const [menuButton, setMenuButton] = useState<HTMLElement | undefined>();
  const [task, setTask] = useState<ServiceDialogTask | undefined>();
  const [failure, setFailure] = useState<Error | undefined>();
  const lastButton = useRef<HTMLElement | undefined>(undefined);
  const connectionName =
    location?.kind === 'connection' ? location.connection : undefined;
  const connection = useLoaded(
    connectionName && `${cluster.name}/${namespace}/${connectionName}`,
    () =>
      api.getConnection({
        cluster: cluster.name,
        namespace,
        name: connectionName!,
      }),
  );

  const toList = () => {
    const { backTo } = (left ?? {}) as { backTo?: unknown };
    navigate(
      typeof backTo === 'string'
        ? backTo
        : links.list({ cluster: cluster.name, namespace }),
      { state: seenServiceState(service) },
    );
  };
  const start = async () => {
    setFailure(undefined);
    try {
      polled.put(await doNow('start', service));
    } catch (error) {
      setFailure(error as Error);
    }
  };
  const act = (action: ServiceAction) => {
    setMenuButton(undefined);
    if (action === 'edit') {
      navigate(links.edit(service), { state: left });
    } else if (action === 'start') {
      start();
    } else {
      setTask({ action, service });
    }
  };
  const actions = serviceActions(service);
  const lock = lockReasonOf(service);
  const state = modelServiceStateOf(status);
  const steps = service.progress?.steps ?? [];
  const failedStep = steps.find(step => step.status === 'failed');
  const runningStep = steps.find(step => step.status === 'running');
  let announcement: string = t(`services.state.${state}`);
  if (failedStep) {
    announcement = `${t(`services.step.${failedStep.id}`)}: ${t(
      'services.stepState.failed',
    )}. ${failedStep.message ?? ''}`;
  } else if (runningStep) {
    announcement = `${t(`services.step.${runningStep.id}`)}: ${t(
      'services.stepState.running',
    )}`;
  }

  return (
    <>
      <PageHeading
        title={displayName ?? name}
        where={[
          name,
          namespace,
          cluster.title,
          kind === 'LLMInferenceService' ? kind : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
        backLabel={t('services.title')}
        onBack={toList}
      />
      <DetailsBar
        service={service}
        actions={actions}
        lock={lock}
        editState={left}
        seenAt={polled.seenAt}
        onLook={polled.look}
        onStart={start}
        onAsk={(action, button) => {
          lastButton.current = button;
          act(action);
        }}
        onMenu={button => {
          lastButton.current = button;
          setMenuButton(button);
        }}
      />
      {lock && <Note>{lock}</Note>}
      {polled.error && (
        <Problem
          action={
            <>
              <SignInButton cluster={cluster.name} error={polled.error} />
              <Button size="small" color="inherit" onClick={polled.look}>
                {t('common.retry')}
              </Button>
            </>
          }
        >
          {t('services.lookFailed', { reason: reasonOf(polled.error) })}
        </Problem>
      )}
      {failure && (
        <Problem>
          {t('services.actionFailed', { reason: reasonOf(failure) })}
        </Problem>
      )}
      <FactTiles service={service} connection={connection.value} />
      {status.drift && !status.stopped && (
        <Note
          isWarning
          action={
            actions.includes('apply') &&
            !lock && (
              <Button
                variant="contained"
                color="primary"
                size="small"
                onClick={event => {
                  lastButton.current = event.currentTarget;
                  act('apply');
                }}
              >
                {t('services.action.apply')}
              </Button>
            )
          }
        >
          <strong>{t(`services.driftTitle.${status.drift}`)}</strong>{' '}
          {t(`services.driftText.${status.drift}`)}
        </Note>
      )}
      {steps.length > 0 && (
        <Paper className={classes.card}>
          <Typography
            variant="subtitle1"
            component="h2"
            className={classes.heading}
          >
            {t('services.progress')}
          </Typography>
          <ProgressSteps steps={steps} />
        </Paper>
      )}
      {status.url && <EndpointCard url={status.url} />}
      <BindingCard service={service} />
      <div role="status" aria-live="polite" className={classes.hidden}>
        {announcement}
      </div>
      <ServiceMenu
        service={service}
        actions={actions}
        anchor={menuButton}
        onClose={() => setMenuButton(undefined)}
        onAct={act}
      />
      <ServiceDialogs
        task={task}
        clusterTitle={cluster.title}
        onClose={() => setTask(undefined)}
        onChanged={changed => {
          setTask(undefined);
          polled.put(changed);
        }}
        onDeleted={() => {
          setTask(undefined);
          navigate(links.list({ cluster: cluster.name, namespace }));
        }}
        onExited={() => {
          if (lastButton.current?.isConnected) lastButton.current.focus();
        }}
      />
    </>
  );
}
