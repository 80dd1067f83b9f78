import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ModelService,
  ModelServiceDryRun,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useLastDefined } from '../../hooks/useLastDefined';
import { Loaded, useLoaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { ServiceChanges } from './ServiceChanges';
import { DirectAction, useServiceAction } from './useServiceAction';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'MooringServiceActionDialog' },
);

/** A service and what is to be done to it. */
export interface ServiceTask {
  action: DirectAction;
  service: ModelService;
}

/** What binding it once more would change, as a dry run tells it. */
function ApplyPreview(props: {
  cluster: string;
  tried: Loaded<ModelServiceDryRun>;
}) {
  const { cluster, tried } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  if (tried.status === 'loading') return <Progress />;
  if (tried.status === 'failed') {
    return (
      <Problem
        action={
          <>
            <SignInButton cluster={cluster} error={tried.error} />
            <Button size="small" color="inherit" onClick={tried.retry}>
              {t('common.retry')}
            </Button>
          </>
        }
      >
        {t('services.dryRunFailed', { reason: reasonOf(tried.error) })}
      </Problem>
    );
  }
  return (
    <>
      {tried.value.warnings.map(warning => (
        <Typography key={warning} variant="body2">
          {warning}
        </Typography>
      ))}
      {tried.value.changes.length > 0 ? (
        <ServiceChanges changes={tried.value.changes} />
      ) : (
        <Typography variant="body2" role="status">
          {t('services.noChanges')}
        </Typography>
      )}
    </>
  );
}

function Question(
  props: ServiceTask & {
    isRunning: boolean;
    onRunning(isRunning: boolean): void;
    onClose(): void;
    onDone(service: ModelService): void;
  },
) {
  const { action, service, isRunning, onRunning, onClose, onDone } = props;
  const { displayName, name, namespace, cluster } = service;
  const api = useModelConnectionsApi();
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const act = useServiceAction();
  const [error, setError] = useState<Error | undefined>();
  useOnClusterSignIn(() => setError(undefined));
  const isApply = action === 'apply';
  const tried = useLoaded(
    isApply ? `${cluster}/${namespace}/${name}` : undefined,
    () => api.dryRunApplyModelService({ cluster, namespace, name }),
  );
  // Nothing is confirmed that one could not see.
  const isSeen = !isApply || (tried.value?.changes.length ?? 0) > 0;
  const confirm = async () => {
    onRunning(true);
    setError(undefined);
    try {
      onDone(await act(action, service));
    } catch (e) {
      setError(e as Error);
    } finally {
      onRunning(false);
    }
  };
  return (
    <>
      <DialogTitle id="mooring-service-action-title">
        {t(`services.ask.${action}`, { name: displayName ?? name })}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('services.running')} />}
      <DialogContent className={classes.content}>
        <Typography variant="body2" id="mooring-service-action-text">
          {t(`services.askText.${action}`)}
        </Typography>
        {isApply && <ApplyPreview cluster={cluster} tried={tried} />}
        {error && (
          <Problem action={<SignInButton cluster={cluster} error={error} />}>
            {t('services.actionFailed', { reason: reasonOf(error) })}
          </Problem>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          // A dialog takes the focus, and this is its harmless way out.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          // A ripple of a button that has the focus from its first frame on has nowhere to be drawn, and throws.
          disableFocusRipple
          disabled={isRunning}
          onClick={onClose}
        >
          {t('common.cancel')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning || !isSeen}
          onClick={confirm}
        >
          {isRunning ? t('services.running') : t(`services.confirm.${action}`)}
        </Button>
      </DialogActions>
    </>
  );
}

/** Asks before pods are made anew or taken away, and says what that means; for *Apply*, with the changes. */
export function ServiceActionDialog(props: {
  /** Open while it is set. */
  task?: ServiceTask;
  onClose(): void;
  onDone(service: ModelService): void;
  onExited(): void;
}) {
  const { task, onClose, onDone, onExited } = props;
  const shown = useLastDefined(task);
  const [isRunning, setRunning] = useState(false);
  return (
    <Dialog
      open={task !== undefined}
      maxWidth="sm"
      fullWidth
      disableRestoreFocus
      onClose={isRunning ? undefined : onClose}
      TransitionProps={{ onExited }}
      aria-labelledby="mooring-service-action-title"
      aria-describedby="mooring-service-action-text"
    >
      {shown && (
        <Question
          // Another question has no error yet.
          key={`${shown.action} ${shown.service.name}`}
          {...shown}
          isRunning={isRunning}
          onRunning={setRunning}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}
