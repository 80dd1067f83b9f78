import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, ReactNode, useEffect, useId, useRef } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
    fields: { display: 'grid', gap: theme.spacing(2) },
  }),
  { name: 'MooringFormDialog' },
);

/**
 * A few fields to fill in. What was typed stays through every error; after one, the first field that is wrong has the
 * focus.
 */
export function FormDialog(props: {
  isOpen: boolean;
  title: string;
  hint: ReactNode;
  action: string;
  isRunning: boolean;
  /** What is being done, while it is. */
  runningLabel: string;
  /** What went wrong, in words. */
  problem?: string;
  error?: Error;
  /** The cluster that is asked, by its name. */
  cluster: string;
  /** Grows with each refusal. */
  refusals: number;
  onSubmit(): void;
  onClose(): void;
  onExited(): void;
  children: ReactNode;
}) {
  const { isOpen, isRunning, problem, error, refusals, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0 && !isRunning) {
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [refusals, isRunning]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) props.onSubmit();
  };
  return (
    <Dialog
      open={isOpen}
      maxWidth="sm"
      fullWidth
      disableRestoreFocus
      onClose={isRunning ? undefined : onClose}
      TransitionProps={{ onExited: props.onExited }}
      aria-labelledby={`${id}-title`}
    >
      <form ref={form} onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id={`${id}-title`}>{props.title}</DialogTitle>
        {isRunning && <LinearProgress aria-label={props.runningLabel} />}
        <DialogContent className={classes.content}>
          <Typography variant="body2" component="div">
            {props.hint}
          </Typography>
          <div className={classes.fields}>{props.children}</div>
          {problem && (
            <Problem
              action={<SignInButton cluster={props.cluster} error={error} />}
            >
              {problem}
            </Problem>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isRunning}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={isRunning}
          >
            {isRunning ? props.runningLabel : props.action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
