import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

/** How far from the bottom of the window something sticks that stands right above the bar, in pixels. */
export const ABOVE_ACTION_BAR = { wide: 60, narrow: 56 + 68 };

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'sticky',
      bottom: 0,
      zIndex: theme.zIndex.appBar,
      // As wide as the page, whose padding it undoes.
      margin: 'auto -24px -24px',
      [theme.breakpoints.down('xs')]: {
        margin: theme.spacing(2, -2, -3),
        // Above the portal's own bar at the bottom of narrow screens.
        bottom: 56,
      },
    },
    progress: { height: 3 },
    content: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 2) },
    },
    hint: {
      flex: '1 1 240px',
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
    actions: {
      display: 'flex',
      gap: theme.spacing(1),
      [theme.breakpoints.down('xs')]: {
        flex: 1,
        '& > *': { flex: 1, minHeight: 44 },
      },
    },
  }),
  { name: 'MooringActionBar' },
);

/** The action of a page and *Cancel*, always in reach, with what happens and what went wrong. */
export function ActionBar(props: {
  /** The form that the action submits. */
  formId: string;
  /** The words of the action; what is being done while it runs. */
  label: string;
  isRunning: boolean;
  /** What went wrong, or what stands in the way. */
  problem?: ReactNode;
  /** What the action does, or its state; left out where there is no room. */
  hint?: ReactNode;
  onCancel(): void;
}) {
  const { formId, label, isRunning, problem, hint, onCancel } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Paper square elevation={4} className={classes.root}>
      {isRunning && (
        <LinearProgress className={classes.progress} aria-label={label} />
      )}
      {problem}
      <div className={classes.content}>
        <Typography
          variant="body2"
          component="div"
          color="textSecondary"
          className={classes.hint}
        >
          {hint}
        </Typography>
        <div className={classes.actions}>
          <Button color="primary" onClick={onCancel} disabled={isRunning}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="contained"
            color="primary"
            disabled={isRunning}
          >
            {label}
          </Button>
        </div>
      </div>
    </Paper>
  );
}
