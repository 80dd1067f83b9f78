import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef } from 'react';
import { useLastDefined } from '../../hooks/useLastDefined';
import { modelConnectionsTranslationRef } from '../../translation';
import { DependentsPanel } from './DependentsPanel';

const useStyles = makeStyles(
  theme => ({
    paper: {
      display: 'flex',
      width: 'min(480px, 100vw)',
      outline: 'none',
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 1, 1, 3),
    },
    titles: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    quiet: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringDependentsDrawer' },
);

/** What uses a connection, at the side of what one was doing, and the way to apply the connection to it. */
export function DependentsDrawer(props: {
  /** Open while it is set. */
  connection?: ConnectionSummary;
  /** Applies at once, as somebody has asked for already. */
  isToApply?: boolean;
  onClose(): void;
  /** Something was applied: numbers elsewhere are no longer right. */
  onApplied(): void;
  onExited(): void;
}) {
  const { connection, isToApply, onClose, onApplied, onExited } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(connection);
  const close = useRef<HTMLButtonElement>(null);
  const isOpen = connection !== undefined;
  useEffect(() => {
    if (isOpen) close.current?.focus();
  }, [isOpen]);
  return (
    <Drawer
      anchor="right"
      open={isOpen}
      onClose={onClose}
      ModalProps={{ disableRestoreFocus: true }}
      SlideProps={{ onExited }}
      classes={{ paper: classes.paper }}
      PaperProps={
        {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'mooring-dependents-title',
        } as object
      }
    >
      {shown && (
        <>
          <div className={classes.head}>
            <div className={classes.titles}>
              <Typography
                id="mooring-dependents-title"
                variant="h6"
                component="h2"
              >
                {t('dependents.title', {
                  name: shown.displayName ?? shown.name,
                })}
              </Typography>
              <Typography variant="body2" className={classes.quiet}>
                {shown.namespace} · {shown.name}
              </Typography>
            </div>
            <IconButton
              ref={close}
              aria-label={t('common.close')}
              onClick={onClose}
            >
              <CloseIcon />
            </IconButton>
          </div>
          <DependentsPanel
            key={`${shown.cluster}/${shown.namespace}/${shown.name}`}
            connection={shown}
            isToApply={isToApply}
            onApplied={onApplied}
          />
        </>
      )}
    </Drawer>
  );
}
