import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  compareConnectionTypes,
  ConnectionTypeSide,
  EditableConnectionType,
  mergeConnectionTypes,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictChoice } from './ConflictChoice';

const useStyles = makeStyles(
  theme => ({
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
  { name: 'MooringTypeConflictDialog' },
);

/** The three versions of a type that two people changed at once. */
export interface TypeConflict {
  base: EditableConnectionType;
  theirs: EditableConnectionType;
  mine: EditableConnectionType;
}

/**
 * Shows in what two versions of a type differ, and lets one choose part by part. Where only one side changed something,
 * that side is chosen; where both did, one has to. Mounted anew for every conflict.
 */
export function TypeConflictDialog(props: {
  conflict: TypeConflict;
  isRunning: boolean;
  onBack(): void;
  onDiscard(): void;
  onSave(merged: EditableConnectionType): void;
}) {
  const { conflict, isRunning, onBack, onDiscard, onSave } = props;
  const { base, theirs, mine } = conflict;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const differences = useMemo(
    () => compareConnectionTypes(base, theirs, mine),
    [base, theirs, mine],
  );
  const [choices, setChoices] = useState<
    Readonly<Record<string, ConnectionTypeSide | undefined>>
  >(() =>
    Object.fromEntries(
      differences.map(({ key, changedBy }) => [
        key,
        changedBy === 'both' ? undefined : changedBy,
      ]),
    ),
  );
  const chooseAll = (side: ConnectionTypeSide) =>
    setChoices(Object.fromEntries(differences.map(({ key }) => [key, side])));
  const open = differences.filter(({ key }) => choices[key] === undefined);

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
        {t('conflict.title')}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('editor.saving')} />}
      <DialogContent>
        <Typography id="mooring-conflict-text" variant="body2">
          {t('conflict.text')}
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
              : t('conflict.count', { count: differences.length })}
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
        {differences.map(difference => (
          <ConflictChoice
            key={difference.key}
            difference={difference}
            value={choices[difference.key]}
            disabled={isRunning}
            onChange={side =>
              setChoices(old => ({ ...old, [difference.key]: side }))
            }
          />
        ))}
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
          onClick={() => onSave(mergeConnectionTypes(theirs, mine, choices))}
        >
          {t('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
