import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Dependent,
  DependentList,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { DependentName, dependentKey, StateMark } from '../Dependents';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: theme.spacing(1.5),
      maxHeight: '34vh',
      overflowY: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '& li': { listStyle: 'none' },
    },
    what: { margin: theme.spacing(0.25, 0, 0, 4) },
    quiet: { color: stateColors(theme).quiet },
    cleanUp: {
      alignItems: 'flex-start',
      '& > span:first-child': { paddingTop: 2 },
    },
  }),
  { name: 'MooringDeleteConsequences' },
);

/** What depends on a connection, and what the deletion means to each; accounts that only we made may go as well. */
export function DeleteConsequences(props: {
  dependents: Loaded<DependentList>;
  isCleaningUp: boolean;
  onCleanUp(isCleaningUp: boolean): void;
}) {
  const { dependents, isCleaningUp, onCleanUp } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  if (dependents.status === 'loading') {
    return <LinearProgress aria-label={t('dependents.loading')} />;
  }
  if (dependents.status === 'failed') {
    return (
      <div className={classes.root} role="status">
        <Typography variant="body2">
          {t('delete.dependentsUnknown', {
            reason: reasonOf(dependents.error),
          })}
          <Button size="small" color="primary" onClick={dependents.retry}>
            {t('common.retry')}
          </Button>
        </Typography>
      </div>
    );
  }
  const { items, partial } = dependents.value;
  const isRemoved = (item: Dependent) =>
    item.removable === true && isCleaningUp;
  const breaks = (item: Dependent) =>
    isRemoved(item) ? 'nothing' : item.deletionBreaks;
  const removable = items.filter(item => item.removable).map(item => item.name);
  return (
    <div className={classes.root}>
      <Typography variant="body2" role="status">
        {items.length > 0
          ? t('delete.dependents', { count: items.length })
          : t('delete.noDependents')}
      </Typography>
      {items.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('delete.dependentsLabel')}
          // It scrolls, so the keyboard has to reach it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {items.map(item => (
            <li key={dependentKey(item)}>
              <DependentName dependent={item} />
              <div className={classes.what}>
                <StateMark
                  state={breaks(item) === 'nothing' ? 'none' : 'bad'}
                  text={
                    item.kind === 'ServiceAccount'
                      ? t(
                          isRemoved(item)
                            ? 'delete.account.removed'
                            : `delete.account.${item.deletionBreaks}`,
                        )
                      : t(`delete.breaks.${item.deletionBreaks}`)
                  }
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      {partial && (
        <Typography variant="caption" className={classes.quiet}>
          {t('dependents.partial', { reason: partial })}
        </Typography>
      )}
      {removable.length > 0 && (
        <FormControlLabel
          className={classes.cleanUp}
          control={
            <Checkbox
              color="primary"
              size="small"
              checked={isCleaningUp}
              onChange={event => onCleanUp(event.target.checked)}
            />
          }
          label={
            <Typography variant="body2">
              {t('delete.cleanUp', { names: removable.join(', ') })}
            </Typography>
          }
        />
      )}
    </div>
  );
}
