import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictChoice } from './ConflictChoice';
import { ConflictChoices, ConflictPart, ConflictSide } from './ConflictPart';

const useStyles = makeStyles(
  theme => ({
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    warning: { color: stateColors(theme).warning },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    count: { flex: 1 },
    discard: { marginRight: 'auto', color: stateColors(theme).danger },
    actions: { flexWrap: 'wrap', gap: theme.spacing(0.5) },
  }),
  { name: 'MooringConflictDialog' },
);

/**
 * Shows in what two versions differ, and lets one choose part by part. Where only one side changed something, that side is
 * chosen; where both did, or nobody can tell, one has to. Mounted anew for every conflict.
 */
export function ConflictDialog(props: {
  title: string;
  text: string;
  parts: readonly ConflictPart[];
  /** What is being done, while it is. */
  runningLabel: string;
  isRunning: boolean;
  /** Stands beneath the parts: what is the same, and what the choices lead to. */
  note?(choices: ConflictChoices): ReactNode;
  onBack(): void;
  onDiscard(): void;
  onSave(choices: ConflictChoices): void;
}) {
  const { parts, isRunning, note, onBack, onDiscard, onSave } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [choices, setChoices] = useState<ConflictChoices>(() =>
    Object.fromEntries(
      parts.map(({ key, changedBy }) => [
        key,
        changedBy === 'theirs' || changedBy === 'mine' ? changedBy : undefined,
      ]),
    ),
  );
  const chooseAll = (side: ConflictSide) =>
    setChoices(old =>
      Object.fromEntries(
        parts.map(({ key, isImpossible }) => [
          key,
          isImpossible === side ? old[key] : side,
        ]),
      ),
    );
  const open = parts.filter(({ key }) => choices[key] === undefined);

  return (
    <Dialog
      open
      maxWidth="md"
      fullWidth
      onClose={isRunning ? undefined : onBack}
      aria-labelledby="mooring-conflict-title"
      aria-describedby="mooring-conflict-text"
    >
      <DialogTitle id="mooring-conflict-title">
        <span className={classes.title}>
          <WarningIcon className={classes.warning} aria-hidden />
          {props.title}
        </span>
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={props.runningLabel} />}
      <DialogContent>
        <Typography id="mooring-conflict-text" variant="body2">
          {props.text}
        </Typography>
        <div className={classes.head}>
          <Typography
            variant="body2"
            className={classes.count}
            role="status"
            aria-live="polite"
          >
            {open.length > 0
              ? t('conflict.open', { count: open.length })
              : t('conflict.count', { count: parts.length })}
          </Typography>
          <Button
            size="small"
            color="primary"
            disabled={isRunning}
            onClick={() => chooseAll('theirs')}
          >
            {t('conflict.allTheirs')}
          </Button>
          <Button
            size="small"
            color="primary"
            disabled={isRunning}
            onClick={() => chooseAll('mine')}
          >
            {t('conflict.allMine')}
          </Button>
        </div>
        {parts.map(part => (
          <ConflictChoice
            key={part.key}
            part={part}
            value={choices[part.key]}
            disabled={isRunning}
            onChange={side => setChoices(old => ({ ...old, [part.key]: side }))}
          />
        ))}
        {note?.(choices)}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button
          className={classes.discard}
          disabled={isRunning}
          onClick={onDiscard}
        >
          {t('conflict.discard')}
        </Button>
        <Button color="primary" disabled={isRunning} onClick={onBack}>
          {t('conflict.back')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning || open.length > 0}
          onClick={() => onSave(choices)}
        >
          {t('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
