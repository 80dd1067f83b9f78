import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Connection,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionForm,
  useConnectionForm,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useId, useState } from 'react';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { StepCard } from '../CreateConnectionPage/StepCard';
import { TypePanel } from '../CreateConnectionPage/TypePanel';
import { useCreateConnection } from '../CreateConnectionPage/useCreateConnection';
import { Problem } from '../Problem';
import { DiscardDialog } from '../UnsavedChanges';

const useStyles = makeStyles(
  theme => ({
    content: {
      display: 'grid',
      gap: theme.spacing(2),
      alignItems: 'start',
      gridTemplateColumns: 'minmax(240px, 300px) minmax(0, 1fr)',
      backgroundColor: theme.palette.background.default,
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  }),
  { name: 'MooringNewConnectionDialog' },
);

function NewConnection(props: {
  project: ProjectRef;
  titleId: string;
  onDirty(isDirty: boolean): void;
  onRunning(isRunning: boolean): void;
  onClose(): void;
  onCreated(connection: Connection): void;
}) {
  const { project, titleId, onDirty, onRunning, onClose, onCreated } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const toast = useToast();
  const formId = useId();
  const types = useConnectionTypes(project.cluster);
  const form = useConnectionForm();
  const { phase, create } = useCreateConnection();
  const [error, setError] = useState<Error | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const isRunning = phase !== 'idle';
  const { isDirty } = form;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  useEffect(() => onRunning(isRunning), [isRunning, onRunning]);
  useOnClusterSignIn(() => setError(undefined));

  const submit = async () => {
    setError(undefined);
    setProblem(undefined);
    const connection = form.submit();
    if (!form.type) {
      setProblem(t('create.typeMissing'));
      return;
    }
    if (!connection) {
      setProblem(
        t('create.wrongFields', {
          count: form.wrongFields.length,
          first: form.wrongFields[0],
        }),
      );
      return;
    }
    try {
      const created = await create(project, connection);
      toast(t('create.done', { name: created.displayName ?? created.name }));
      onCreated(created);
    } catch (e) {
      form.applyServerError(e as Error);
      setError(e as Error);
    }
  };
  const label = {
    idle: t('services.form.createAndUse'),
    checking: t('create.checking'),
    creating: t('create.creating'),
  }[phase];
  return (
    <>
      <DialogTitle id={titleId}>
        {t('services.form.newConnection', { project: project.namespace })}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={label} />}
      <DialogContent dividers className={classes.content}>
        <TypePanel
          cluster={project.cluster}
          types={types}
          type={form.type}
          disabled={isRunning}
          onChoose={type => {
            setProblem(undefined);
            form.selectType(type);
          }}
        />
        <StepCard step={2} title={t('create.details')}>
          <ConnectionForm
            id={formId}
            form={form}
            disabled={isRunning}
            onSubmit={submit}
          />
          {!form.type && (
            <Typography variant="body2" color="textSecondary">
              {t('create.chooseType')}
            </Typography>
          )}
        </StepCard>
      </DialogContent>
      {(error || problem) && (
        <Problem
          action={<SignInButton cluster={project.cluster} error={error} />}
        >
          {error ? t('create.failed', { reason: reasonOf(error) }) : problem}
        </Problem>
      )}
      <DialogActions>
        <Button onClick={onClose} disabled={isRunning}>
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="contained"
          color="primary"
          disabled={isRunning}
        >
          {label}
        </Button>
      </DialogActions>
    </>
  );
}

/**
 * Makes a connection over the form for a service, which keeps everything that was typed. While it is being made, nothing
 * closes the dialog.
 */
export function NewConnectionDialog(props: {
  isOpen: boolean;
  project: ProjectRef;
  /** Something was typed that leaving the page would lose, or no longer. */
  onDirty(isDirty: boolean): void;
  onClose(): void;
  /** It is out of the way: the focus may go back to where it belongs. */
  onExited(): void;
  onCreated(connection: Connection): void;
}) {
  const { isOpen, project, onDirty, onClose, onExited, onCreated } = props;
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const titleId = useId();
  const [isAsking, setAsking] = useState(false);
  const [isDirty, setDirty] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const isLosing = isOpen && isDirty;
  useEffect(() => onDirty(isLosing), [isLosing, onDirty]);
  const leave = () => {
    if (isRunning) return;
    if (isDirty) setAsking(true);
    else onClose();
  };
  return (
    <>
      <Dialog
        open={isOpen}
        fullWidth
        fullScreen={isNarrow}
        maxWidth="md"
        onClose={leave}
        TransitionProps={{ onExited }}
        aria-labelledby={titleId}
      >
        {isOpen && (
          <NewConnection
            project={project}
            titleId={titleId}
            onDirty={setDirty}
            onRunning={setRunning}
            onClose={leave}
            onCreated={onCreated}
          />
        )}
      </Dialog>
      <DiscardDialog
        isOpen={isAsking}
        title={t('discard.title')}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          onClose();
        }}
      />
    </>
  );
}
