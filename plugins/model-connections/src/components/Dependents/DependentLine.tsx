import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Dependent } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { DependentName } from './DependentName';
import { isService } from './dependentKey';
import { StateMark } from './StateMark';
import { ApplyPhase, ApplyResult } from './useApplyToDependents';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      listStyle: 'none',
    },
    states: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: theme.spacing(0.5, 0, 0, 4),
    },
  }),
  { name: 'MooringDependentLine' },
);

function ResultMark(props: { result: ApplyResult; phase: ApplyPhase }) {
  const { applied, reason, isCurrent } = props.result;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (applied === 'failed' || applied === 'skipped') {
    return (
      <StateMark
        state={applied === 'failed' ? 'bad' : 'none'}
        text={t(`apply.${applied}`, { reason: reason ?? '' })}
      />
    );
  }
  if (isCurrent) return <StateMark state="good" text={t('apply.current')} />;
  return (
    <StateMark
      state={props.phase === 'stopped' ? 'none' : 'running'}
      text={t(`apply.${applied}`)}
    />
  );
}

/** One dependent: what it is, whether it is ready and up to date, and what came of applying the connection to it. */
export function DependentLine(props: {
  dependent: Dependent;
  result?: ApplyResult;
  phase: ApplyPhase;
}) {
  const { dependent, result, phase } = props;
  const { drift, ready, managedBy } = dependent;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const mayApply = dependent.allowedActions.includes('apply');
  const whyNot = managedBy
    ? t('row.managed', { ...managedBy })
    : t('apply.mayNot');
  return (
    <li className={classes.root}>
      <DependentName dependent={dependent} />
      <div className={classes.states}>
        {ready !== undefined && (
          <StateMark
            state={ready ? 'good' : 'bad'}
            text={t(ready ? 'dependents.ready' : 'dependents.notReady')}
          />
        )}
        {result ? (
          <ResultMark result={result} phase={phase} />
        ) : (
          <>
            {drift && <StateMark state="due" text={t(`dependents.${drift}`)} />}
            {drift && isService(dependent) && !mayApply && (
              <StateMark state="none" text={whyNot} />
            )}
          </>
        )}
      </div>
    </li>
  );
}
