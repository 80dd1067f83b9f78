import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { FormEvent, useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
    text: { margin: 0, color: theme.palette.text.primary },
    name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
    danger: {
      backgroundColor: theme.palette.error.dark,
      color: theme.palette.getContrastText(theme.palette.error.dark),
      '&:hover': { backgroundColor: theme.palette.error.dark },
    },
  }),
  { name: 'MooringDeleteConnectionForm' },
);

/** The inside of the dialog; what was typed is gone with it. */
export function DeleteConnectionForm(props: {
  connection: ConnectionSummary;
  clusterTitle: string;
  titleId: string;
  isRunning: boolean;
  error?: Error;
  onCancel(): void;
  onConfirm(): void;
}) {
  const { connection, clusterTitle, titleId, isRunning, error } = props;
  const { onCancel, onConfirm } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === connection.name;
  const name = <strong className={classes.name}>{connection.name}</strong>;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && !isRunning) {
      onConfirm();
    }
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <DialogTitle id={titleId}>
        {t('delete.title', { name: connection.displayName ?? connection.name })}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('delete.running')} />}
      <DialogContent className={classes.content}>
        <DialogContentText className={classes.text}>
          {t('delete.text', {
            project: connection.namespace,
            cluster: clusterTitle,
          })}{' '}
          {connection.protocols.length > 0 && t('delete.dependents')}
        </DialogContentText>
        <DialogContentText className={classes.text} id={`${titleId}-how`}>
          {t('delete.confirm', { name })}
        </DialogContentText>
        <TextField
          // A dialog takes the focus, and this is the first thing to do in it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          fullWidth
          size="small"
          variant="outlined"
          label={t('delete.confirmLabel')}
          id={`${titleId}-name`}
          value={typed}
          disabled={isRunning}
          onChange={event => setTyped(event.target.value)}
          inputProps={{
            'aria-describedby': `${titleId}-how`,
            spellCheck: false,
            className: classes.name,
          }}
        />
        {error && (
          <Problem
            action={<SignInButton cluster={connection.cluster} error={error} />}
          >
            {t('delete.failed', { reason: reasonOf(error) })}
          </Problem>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel} disabled={isRunning}>
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          className={isConfirmed && !isRunning ? classes.danger : undefined}
          disabled={!isConfirmed || isRunning}
        >
          {t(isRunning ? 'delete.running' : 'delete.action')}
        </Button>
      </DialogActions>
    </form>
  );
}
