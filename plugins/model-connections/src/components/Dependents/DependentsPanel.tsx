import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef } from 'react';
import { useDependents } from '../../hooks/useDependents';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionsSkeleton } from '../ConnectionsTable/ConnectionsSkeleton';
import { ErrorState, StatePanel } from '../StatePanel';
import { ApplyBar } from './ApplyBar';
import { dependentKey, isService } from './dependentKey';
import { DependentLine } from './DependentLine';
import { useApplyToDependents } from './useApplyToDependents';

const useStyles = makeStyles(
  theme => ({
    body: {
      flex: 1,
      minHeight: 0,
      overflowY: 'auto',
      padding: theme.spacing(0, 3),
    },
    list: { margin: 0, padding: 0 },
    heading: { marginTop: theme.spacing(2) },
    note: { color: stateColors(theme).quiet, margin: theme.spacing(1, 0) },
  }),
  { name: 'MooringDependentsPanel' },
);

/** The dependents of one connection, and what is done about those that have fallen behind. Mounted anew for each. */
export function DependentsPanel(props: {
  connection: ConnectionSummary;
  isToApply?: boolean;
  onApplied(): void;
}) {
  const { connection, isToApply = false, onApplied } = props;
  const { cluster, namespace, name } = connection;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = useDependents({ cluster, namespace, name });
  const applying = useApplyToDependents({ cluster, namespace, name });
  const { phase } = applying;
  const items = applying.dependents ?? loaded.value?.items ?? [];
  const results = new Map(
    applying.results.map(result => [dependentKey(result), result]),
  );
  const isDue = (item: (typeof items)[number]) =>
    item.drift !== undefined &&
    isService(item) &&
    item.allowedActions.includes('apply');
  const due = items.filter(isDue);

  const start = async (wanted: typeof items) => {
    await applying.apply(wanted);
    onApplied();
  };
  // What was asked for before this was opened happens once, as soon as it is known what to apply to.
  const hasStarted = useRef(false);
  useEffect(() => {
    if (isToApply && !hasStarted.current && loaded.status === 'ready') {
      hasStarted.current = true;
      if (due.length > 0) start(due);
    }
  });
  useEffect(() => {
    if (phase === 'done') onApplied();
    // Only when it ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [phase]);

  if (loaded.status === 'failed') {
    return (
      <ErrorState
        title={t('dependents.failed')}
        forbiddenTitle={t('dependents.forbidden')}
        cluster={cluster}
        error={loaded.error}
        onRetry={loaded.retry}
      />
    );
  }
  if (loaded.status === 'loading') {
    return <ConnectionsSkeleton label={t('dependents.loading')} />;
  }
  const { partial } = loaded.value;
  const groups = [
    { key: 'services', of: items.filter(isService) },
    { key: 'accounts', of: items.filter(item => !isService(item)) },
  ] as const;
  return (
    <>
      <div className={classes.body}>
        {partial && (
          <Typography variant="body2" className={classes.note}>
            {t('dependents.partial', { reason: partial })}
          </Typography>
        )}
        {items.length === 0 && (
          <StatePanel
            icon={<LinkOffIcon />}
            title={t('dependents.none')}
            description={t('dependents.noneHint')}
          />
        )}
        {groups.map(
          ({ key, of }) =>
            of.length > 0 && (
              <section key={key} aria-label={t(`dependents.${key}`)}>
                <Typography
                  variant="subtitle2"
                  component="h3"
                  className={classes.heading}
                  gutterBottom
                >
                  {t(`dependents.${key}`)}
                </Typography>
                <ul className={classes.list}>
                  {of.map(item => (
                    <DependentLine
                      key={dependentKey(item)}
                      dependent={item}
                      result={results.get(dependentKey(item))}
                      phase={phase}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
      {items.some(isService) && (
        <ApplyBar
          cluster={cluster}
          applying={applying}
          due={due.length}
          behind={items.filter(item => item.drift && isService(item)).length}
          onApply={() => start(due)}
        />
      )}
    </>
  );
}
