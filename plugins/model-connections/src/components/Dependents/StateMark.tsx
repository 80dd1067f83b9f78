import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import RefreshIcon from '@material-ui/icons/Refresh';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      minWidth: 0,
      overflowWrap: 'anywhere',
      '& svg': { flexShrink: 0, fontSize: 16, marginTop: 2 },
    },
    good: { color: stateColors(theme).success },
    bad: { color: stateColors(theme).danger },
    due: { color: stateColors(theme).warning },
    running: { color: theme.palette.text.primary },
    none: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringStateMark' },
);

const ICONS = {
  good: CheckCircleIcon,
  bad: ErrorIcon,
  due: RefreshIcon,
  running: HourglassEmptyIcon,
  none: RemoveCircleOutlineIcon,
};

/** A state as icon and words. */
export function StateMark(props: { state: keyof typeof ICONS; text: string }) {
  const { state, text } = props;
  const classes = useStyles();
  const Icon = ICONS[state];
  return (
    <Typography
      variant="body2"
      component="span"
      className={`${classes.root} ${classes[state]}`}
    >
      <Icon aria-hidden />
      {text}
    </Typography>
  );
}
