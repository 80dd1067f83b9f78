import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useLastDefined } from '../../hooks/useLastDefined';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({ danger: { color: stateColors(theme).danger } }),
  { name: 'MooringRemoveSectionDialog' },
);

/** Asks whether the fields of a section go with it. */
export function RemoveSectionDialog(props: {
  /** Open while it is set. */
  section?: { name: string; count: number; isFirst: boolean };
  onClose(): void;
  onRemove(withFields: boolean): void;
  onExited(): void;
}) {
  const { section, onClose, onRemove, onExited } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(section);
  return (
    <Dialog
      open={section !== undefined}
      onClose={onClose}
      disableRestoreFocus
      aria-labelledby="mooring-section-title"
      aria-describedby="mooring-section-text"
      TransitionProps={{ onExited }}
    >
      <DialogTitle id="mooring-section-title">
        {t('section.removeTitle', { name: shown?.name ?? '' })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id="mooring-section-text" color="textPrimary">
          {t(
            shown?.isFirst ? 'section.removeFirstText' : 'section.removeText',
            { count: shown?.count ?? 0 },
          )}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button className={classes.danger} onClick={() => onRemove(true)}>
          {t('section.removeAll')}
        </Button>
        <Button
          // A dialog takes the focus, and this is what loses nothing.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          // A ripple of a button that has the focus from its first frame on has nowhere to be drawn, and throws.
          disableFocusRipple
          variant="contained"
          color="primary"
          onClick={() => onRemove(false)}
        >
          {t('section.keepFields')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
