import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import WarningIcon from '@material-ui/icons/Warning';
import {
  ModelServiceState as State,
  modelServiceStateOf,
  ModelServiceStatus,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(1), minWidth: 160 },
    icon: { flexShrink: 0, fontSize: 20 },
    ready: { color: stateColors(theme).success },
    starting: { color: theme.palette.primary.main },
    failed: { color: stateColors(theme).danger },
    stopped: { color: stateColors(theme).quiet },
    behind: { color: stateColors(theme).warning },
    words: { minWidth: 0, overflowWrap: 'anywhere' },
    title: { lineHeight: '20px' },
    large: {
      fontSize: theme.typography.pxToRem(16),
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    reason: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
    },
    short: {
      display: '-webkit-box',
      overflow: 'hidden',
      '-webkit-line-clamp': 3,
      '-webkit-box-orient': 'vertical',
      maxWidth: 360,
    },
  }),
  { name: 'MooringModelServiceState' },
);

const ICONS: Record<State, typeof CheckCircleIcon> = {
  ready: CheckCircleIcon,
  starting: AutorenewIcon,
  failed: ErrorIcon,
  stopped: RemoveCircleOutlineIcon,
};

/** How a service is, as icon and words, with KServe's own reason beneath. What is still rolled out is not shown as done. */
export function ModelServiceState(props: {
  status: ModelServiceStatus;
  /** While the pods from before answer, how the new ones are; see `rolloutStateOf`. */
  rollout?: 'running' | 'failed';
  /** Larger, for the page of one service. */
  isLarge?: boolean;
}) {
  const { status, rollout, isLarge } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const state = modelServiceStateOf(status);
  const { drift, reason, message } = status;
  const isBehind = state === 'ready' && drift !== undefined;
  let look: State | 'behind' = isBehind ? 'behind' : state;
  if (rollout) look = rollout === 'running' ? 'starting' : 'behind';
  const Icon = look === 'behind' ? WarningIcon : ICONS[look];
  let why = message ?? reason;
  if (state === 'starting') why = t('services.startingWhy');
  if (state === 'failed' && reason && message) why = `${reason}: ${message}`;
  if (isBehind) why = t(`services.drift.${drift}`);
  if (rollout) why = t(`services.rolling.${rollout}`);
  return (
    <div className={classes.root}>
      <Icon className={`${classes.icon} ${classes[look]}`} aria-hidden />
      <div className={classes.words}>
        <div className={`${classes.title} ${isLarge ? classes.large : ''}`}>
          {t(`services.state.${state}`)}
        </div>
        {why && (
          <div className={`${classes.reason} ${classes.short}`} title={why}>
            {why}
          </div>
        )}
      </div>
    </div>
  );
}
