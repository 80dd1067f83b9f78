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
import { SignInButton } from '../ClusterSignIn';
import {
  DependentName,
  dependentKey,
  isService,
  StateMark,
} from '../Dependents';
import { SideCard } from './SideCard';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      maxHeight: 320,
      margin: 0,
      padding: 0,
      overflowY: 'auto',
      '& li': { listStyle: 'none' },
    },
    state: { margin: theme.spacing(0.25, 0, 0, 4) },
    quiet: { color: stateColors(theme).quiet },
    impact: { margin: theme.spacing(1.5, 0, 0) },
    apply: {
      alignItems: 'flex-start',
      marginTop: theme.spacing(1),
      '& > span:first-child': { paddingTop: 2 },
    },
  }),
  { name: 'MooringUsedByCard' },
);

/** What a service needs now, or once what is typed is saved. */
function needOf(
  dependent: Dependent,
  impact: Dependent['drift'],
): Dependent['drift'] {
  if (!isService(dependent)) return undefined;
  return [dependent.drift, impact].includes('redeploy')
    ? 'redeploy'
    : dependent.drift ?? impact;
}

/** Who uses the connection, what each will need once it is saved, and whether saving is to see to that. */
export function UsedByCard(props: {
  /** The cluster that is asked, by its name. */
  cluster: string;
  dependents: Loaded<DependentList>;
  /** What the unsaved changes lead to. */
  impact: Dependent['drift'];
  isToApply: boolean;
  onToApply(isToApply: boolean): void;
}) {
  const { cluster, dependents, impact, isToApply, onToApply } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const items = dependents.value?.items ?? [];
  const services = items.filter(isService);
  const mayApply = services.some(item => item.allowedActions.includes('apply'));

  if (dependents.status === 'loading') {
    return (
      <SideCard title={t('edit.usedBy')}>
        <LinearProgress aria-label={t('dependents.loading')} />
      </SideCard>
    );
  }
  if (dependents.status === 'failed') {
    return (
      <SideCard title={t('edit.usedBy')}>
        <Typography variant="body2" role="status">
          {t('edit.dependentsFailed', { reason: reasonOf(dependents.error) })}
        </Typography>
        <SignInButton cluster={cluster} error={dependents.error} />
        <Button size="small" color="primary" onClick={dependents.retry}>
          {t('common.retry')}
        </Button>
      </SideCard>
    );
  }
  return (
    <SideCard title={t('edit.usedBy')}>
      {items.length === 0 && (
        <Typography variant="body2">{t('edit.unused')}</Typography>
      )}
      {items.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('edit.usedBy')}
          // It scrolls, so the keyboard has to reach it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {items.map(item => {
            const need = needOf(item, impact);
            return (
              <li key={dependentKey(item)}>
                <DependentName dependent={item} />
                {need && (
                  <div className={classes.state}>
                    <StateMark
                      state="due"
                      text={t(
                        item.drift === need
                          ? `dependents.${need}`
                          : `edit.${need}`,
                      )}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {dependents.value.partial && (
        <Typography variant="caption" className={classes.quiet}>
          {t('dependents.partial', { reason: dependents.value.partial })}
        </Typography>
      )}
      <div role="status" aria-live="polite">
        {services.length > 0 && impact && (
          <Typography variant="body2" className={classes.impact}>
            {t(`edit.impact.${impact}`, { count: services.length })}
          </Typography>
        )}
      </div>
      {services.length > 0 && impact && mayApply && (
        <FormControlLabel
          className={classes.apply}
          control={
            <Checkbox
              color="primary"
              size="small"
              checked={isToApply}
              onChange={event => onToApply(event.target.checked)}
            />
          }
          label={<Typography variant="body2">{t('edit.apply')}</Typography>}
        />
      )}
    </SideCard>
  );
}
