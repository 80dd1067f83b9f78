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
  Cluster,
  ConnectionType,
  readConnectionTypeManifests,
} from '@mooring/backstage-plugin-model-connections-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { Problem } from '../Problem';
import { DiscardDialog } from '../UnsavedChanges';
import { ImportCandidate, importCandidates } from './ImportCandidate';
import { ImportCandidateCard } from './ImportCandidateCard';
import { ImportSource } from './ImportSource';
import { useImportTypes } from './useImportTypes';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'MooringImportTypesDialog' },
);

/** Imports types from YAML: says of each what it would do, shows what would change, and writes what is chosen. */
export function ImportTypesDialog(props: {
  isOpen: boolean;
  cluster: Cluster;
  /** The types that the cluster has. */
  types: readonly ConnectionType[];
  /** Why the caller may create none; replacing may be allowed all the same. */
  mayNotCreate?: string;
  onClose(): void;
  /** The types are others now: some were written, here or by somebody else. */
  onChanged(): void;
}) {
  const { isOpen, cluster, types, mayNotCreate, onClose, onChanged } = props;
  const classes = useStyles();
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const [isAsking, setAsking] = useState(false);
  const { isRunning, errors, run, forget } = useImportTypes(cluster.name);
  const shownText = useDeferredValue(text);
  const documents = useMemo(
    () => readConnectionTypeManifests(shownText),
    [shownText],
  );
  const candidates = useMemo(
    () => importCandidates(documents, types),
    [documents, types],
  );

  const isChoosable = ({ state }: ImportCandidate) =>
    state === 'different' || (state === 'new' && mayNotCreate === undefined);
  // What is new is taken unless one says otherwise; what replaces something only when one says so.
  const isChosen = (candidate: ImportCandidate) =>
    isChoosable(candidate) &&
    (chosen[candidate.key] ?? candidate.state === 'new');
  const taken = candidates.filter(isChosen);

  const close = () => {
    setText('');
    setChosen({});
    forget();
    onClose();
  };
  // What was pasted or chosen is not lost by one key, or by a click beside the dialog.
  const ask = () => (text.trim() === '' ? close() : setAsking(true));
  const submit = async () => {
    const { done, stale } = await run(taken);
    if (done > 0) toast(t('import.done', { count: done }));
    // What is there now has to be looked at before it is replaced.
    setChosen(old => ({
      ...old,
      ...Object.fromEntries(stale.map(key => [key, false])),
    }));
    if (done > 0 || stale.length > 0) onChanged();
    if (done === taken.length) close();
  };

  return (
    <Dialog
      open={isOpen}
      onClose={isRunning ? undefined : ask}
      maxWidth="md"
      fullWidth
      aria-labelledby="mooring-import-title"
    >
      <DialogTitle id="mooring-import-title">
        {t('import.title', { cluster: cluster.title })}
      </DialogTitle>
      {isRunning && <LinearProgress aria-label={t('import.running')} />}
      <DialogContent className={classes.content}>
        <ImportSource
          text={text}
          disabled={isRunning}
          onChange={next => {
            setText(next);
            setChosen({});
            forget();
          }}
        />
        {mayNotCreate && <Problem>{mayNotCreate}</Problem>}
        <Typography variant="body2" color="textSecondary" role="status">
          {shownText.trim() !== '' &&
            t('import.found', { count: candidates.length })}
        </Typography>
        {candidates.length > 0 && (
          <ul className={classes.list}>
            {candidates.map(candidate => (
              <ImportCandidateCard
                key={candidate.key}
                candidate={candidate}
                checked={
                  isChoosable(candidate) ? isChosen(candidate) : undefined
                }
                disabled={isRunning}
                error={errors[candidate.key]}
                cluster={cluster.name}
                onChange={checked =>
                  setChosen(old => ({ ...old, [candidate.key]: checked }))
                }
              />
            ))}
          </ul>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} disabled={isRunning}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={isRunning || taken.length === 0}
          onClick={submit}
        >
          {isRunning
            ? t('import.running')
            : t('import.action', { count: taken.length })}
        </Button>
      </DialogActions>
      <DiscardDialog
        isOpen={isAsking}
        title={t('import.leave')}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          close();
        }}
      />
    </Dialog>
  );
}
