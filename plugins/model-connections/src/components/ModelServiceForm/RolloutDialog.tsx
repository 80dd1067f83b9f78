import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLastDefined } from '../../hooks/useLastDefined';
import { modelConnectionsTranslationRef } from '../../translation';
import { Note } from '../EditConnectionPage/Note';
import { ServiceChanges } from '../ModelServiceActions';
import { PendingRollout } from './useServiceEditor';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'MooringRolloutDialog' },
);

/** Says before a save that it makes new pods, and because of what. */
export function RolloutDialog(props: {
  /** Open while it is set. */
  rollout?: PendingRollout;
  isRunning: boolean;
  onCancel(): void;
  onConfirm(): void;
}) {
  const { rollout, isRunning, onCancel, onConfirm } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(rollout);
  return (
    <Dialog
      open={rollout !== undefined}
      maxWidth="sm"
      fullWidth
      onClose={isRunning ? undefined : onCancel}
      aria-labelledby="mooring-rollout-title"
      aria-describedby="mooring-rollout-text"
    >
      <DialogTitle id="mooring-rollout-title">
        {t('services.rollout.title')}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('editor.saving')} />}
      <DialogContent className={classes.content}>
        <Typography variant="body2" id="mooring-rollout-text">
          {t('services.rollout.text')}
        </Typography>
        {shown?.dryRun.warnings.map(warning => (
          <Note key={warning} isWarning>
            {warning}
          </Note>
        ))}
        <ServiceChanges changes={shown?.dryRun.changes ?? []} />
      </DialogContent>
      <DialogActions>
        <Button
          // A dialog takes the focus, and this is its harmless way out.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          // A ripple of a button that has the focus from its first frame on has nowhere to be drawn, and throws.
          disableFocusRipple
          disabled={isRunning}
          onClick={onCancel}
        >
          {t('conflict.back')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning}
          onClick={onConfirm}
        >
          {t(isRunning ? 'editor.saving' : 'services.rollout.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
