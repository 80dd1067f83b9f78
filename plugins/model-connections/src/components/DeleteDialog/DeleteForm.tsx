import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useState, ReactNode } from 'react';
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
  { name: 'MooringDeleteForm' },
);

/** The inside of the dialog; what was typed is gone with it. */
export function DeleteForm(props: {
  /** The resource name, which is to be typed. */
  name: string;
  /** How it is called in lists. */
  title: string;
  titleId: string;
  isRunning: boolean;
  error?: Error;
  /** The cluster that was asked, by its name. */
  cluster?: string;
  onCancel(): void;
  onConfirm(): void;
  /** What is lost, and what is not. */
  children: ReactNode;
}) {
  const { titleId, isRunning, error } = props;
  const { onCancel, onConfirm } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === props.name;
  const name = <strong className={classes.name}>{props.name}</strong>;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && !isRunning) {
      onConfirm();
    }
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <DialogTitle id={titleId}>
        {t('delete.title', { name: props.title })}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('delete.running')} />}
      <DialogContent className={classes.content}>
        <DialogContentText component="div" className={classes.text}>
          {props.children}
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
            action={
              <SignInButton cluster={props.cluster ?? ''} error={error} />
            }
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
