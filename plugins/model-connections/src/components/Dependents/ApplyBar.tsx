import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { errorStatus } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { useApplyToDependents } from './useApplyToDependents';

const useStyles = makeStyles(
  theme => ({
    root: { borderTop: `1px solid ${theme.palette.divider}` },
    progress: { height: 3 },
    content: {
      display: 'grid',
      gap: theme.spacing(1.5),
      justifyItems: 'start',
      padding: theme.spacing(2, 3),
    },
    text: { outline: 'none' },
  }),
  { name: 'MooringApplyBar' },
);

/** *Apply*, what it does, how far it is, and what went wrong. */
export function ApplyBar(props: {
  /** The cluster that is asked, by its name. */
  cluster: string;
  applying: ReturnType<typeof useApplyToDependents>;
  /** How many services it would be applied to. */
  due: number;
  /** How many have fallen behind, whoever may do something about it. */
  behind: number;
  onApply(): void;
}) {
  const { cluster, applying, due, behind, onApply } = props;
  const { phase, results, error, isUnknown } = applying;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const text = useRef<HTMLDivElement>(null);
  const current = results.filter(({ isCurrent }) => isCurrent).length;
  const applied = results.filter(
    ({ applied: done }) => done === 'restarted' || done === 'redeployed',
  ).length;
  const isRunning = phase === 'applying' || phase === 'following';
  const isIdle = phase === 'idle';

  // The button that was pressed is gone.
  useEffect(() => {
    if (phase !== 'idle' && document.activeElement === document.body) {
      text.current?.focus();
    }
  }, [phase]);

  // Whoever is in between may give up before the backend does.
  const isRefusal = error && (errorStatus(error) ?? 500) < 500;
  const failedApply = isRefusal ? 'apply.refused' : 'apply.open';
  const failure = isIdle || phase === 'applying' ? failedApply : 'apply.lost';
  const progress = {
    current: String(current),
    all: String(applied),
  };
  const words = () => {
    switch (phase) {
      case 'applying':
        return t('apply.applying');
      case 'following':
        return t('apply.following', progress);
      case 'stopped':
        return isUnknown ? t('apply.unknown') : t('apply.stopped', progress);
      case 'done':
        return applied === results.length
          ? t('apply.done', { count: current })
          : t('apply.doneInPart', {
              current: String(current),
              all: String(results.length),
            });
      default:
        break;
    }
    if (due > 0) return t('apply.hint');
    return t(behind > 0 ? 'apply.noneAllowed' : 'apply.nothing');
  };

  return (
    <div className={classes.root}>
      {isRunning && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('apply.progress')}
        />
      )}
      {error && (
        <Problem action={<SignInButton cluster={cluster} error={error} />}>
          {t(failure, { reason: reasonOf(error) })}
        </Problem>
      )}
      <div className={classes.content}>
        <div
          ref={text}
          tabIndex={-1}
          role="status"
          aria-live="polite"
          className={classes.text}
        >
          <Typography variant="body2">{words()}</Typography>
        </div>
        {(isIdle || phase === 'done') && due > 0 && (
          <Button variant="contained" color="primary" onClick={onApply}>
            {t('apply.action', { count: due })}
          </Button>
        )}
        {phase === 'following' && (
          <Button variant="outlined" color="primary" onClick={applying.stop}>
            {t('apply.stop')}
          </Button>
        )}
        {phase === 'stopped' && !isUnknown && (
          <Button variant="outlined" color="primary" onClick={applying.follow}>
            {t('apply.follow')}
          </Button>
        )}
      </div>
    </div>
  );
}
