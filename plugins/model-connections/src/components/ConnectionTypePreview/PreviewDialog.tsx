import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { ProtocolTags } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useLastDefined } from '../../hooks/useLastDefined';
import { Problem } from '../Problem';
import { ConnectionTypePreview } from './ConnectionTypePreview';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'MooringPreviewDialog' },
);

/** A type as those see it who make a connection from it. */
export function PreviewDialog(props: {
  /** Open while it is set. */
  type?: ConnectionType;
  /** Why it cannot be edited; then duplicating is offered, unless that cannot be done either. */
  mayNotEdit?: string;
  mayNotDuplicate?: string;
  onClose(): void;
  onEdit(type: ConnectionType): void;
  onDuplicate(type: ConnectionType): void;
}) {
  const { type, mayNotEdit, mayNotDuplicate, onClose, onEdit, onDuplicate } =
    props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(type);
  return (
    <Dialog
      open={type !== undefined}
      onClose={onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby="mooring-preview-title"
    >
      {shown && (
        <>
          <DialogTitle id="mooring-preview-title">
            {t('types.previewTitle', { name: shown.displayName ?? shown.name })}
          </DialogTitle>
          <DialogContent className={classes.content}>
            <div className={classes.head}>
              <ProtocolTags protocols={shown.protocols} />
              <Typography variant="body2" color="textSecondary">
                {[shown.description, t('types.previewHint')]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </div>
            {shown.invalid !== undefined && <Problem>{shown.invalid}</Problem>}
            <ConnectionTypePreview type={shown} />
          </DialogContent>
          <DialogActions>
            {mayNotEdit === undefined && (
              <Button color="primary" onClick={() => onEdit(shown)}>
                {t('types.edit')}
              </Button>
            )}
            {mayNotEdit !== undefined && mayNotDuplicate === undefined && (
              <Button color="primary" onClick={() => onDuplicate(shown)}>
                {t('types.duplicate')}
              </Button>
            )}
            <Button color="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
