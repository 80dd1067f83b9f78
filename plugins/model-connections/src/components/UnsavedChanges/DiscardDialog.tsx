import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { modelConnectionsTranslationRef } from '../../translation';

/** Asks whether what was typed may be lost. */
export function DiscardDialog(props: {
  isOpen: boolean;
  /** The question; about a creation unless said otherwise. */
  title?: string;
  onStay(): void;
  onLeave(): void;
}) {
  const { isOpen, title, onStay, onLeave } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Dialog
      open={isOpen}
      onClose={onStay}
      aria-labelledby="mooring-discard-title"
      aria-describedby="mooring-discard-text"
    >
      <DialogTitle id="mooring-discard-title">
        {title ?? t('discard.title')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id="mooring-discard-text" color="textPrimary">
          {t('discard.text')}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onLeave}>{t('discard.leave')}</Button>
        <Button
          // A dialog takes the focus, and this is its harmless way out.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          // A ripple of a button that has the focus from its first frame on has nowhere to be drawn, and throws.
          disableFocusRipple
          color="primary"
          variant="contained"
          onClick={onStay}
        >
          {t('discard.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
