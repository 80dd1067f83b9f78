import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { ModelServiceStep } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    },
    step: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      minWidth: 0,
      overflowWrap: 'anywhere',
      '& svg': { flexShrink: 0 },
    },
    ok: { '& svg': { color: stateColors(theme).success } },
    running: {
      borderColor: theme.palette.primary.main,
      '& svg': {
        color: theme.palette.primary.main,
        animation: '$turn 2s linear infinite',
        '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
      },
    },
    failed: {
      borderColor: stateColors(theme).danger,
      '& svg': { color: stateColors(theme).danger },
    },
    waiting: { color: stateColors(theme).quiet },
    message: { fontFamily: 'monospace', marginTop: theme.spacing(0.5) },
    '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
  }),
  { name: 'MooringProgressSteps' },
);

const ICONS = {
  ok: CheckCircleIcon,
  running: AutorenewIcon,
  failed: ErrorIcon,
  waiting: RadioButtonUncheckedIcon,
};

/** How far a service has come: four steps in order, each with its state in words, the failed one with KServe's reason. */
export function ProgressSteps(props: { steps: readonly ModelServiceStep[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <ol className={classes.root} aria-label={t('services.progress')}>
      {props.steps.map(({ id, status, message }) => {
        const Icon = ICONS[status];
        return (
          <li key={id} className={`${classes.step} ${classes[status]}`}>
            <Icon fontSize="small" aria-hidden />
            <div>
              <Typography variant="body2" component="div">
                <strong>{t(`services.step.${id}`)}</strong>
              </Typography>
              <Typography variant="caption" component="div">
                {t(`services.stepState.${status}`)}
              </Typography>
              {message && (
                <Typography
                  variant="caption"
                  component="div"
                  className={classes.message}
                >
                  {message}
                </Typography>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
