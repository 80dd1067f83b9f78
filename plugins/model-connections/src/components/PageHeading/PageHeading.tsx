import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { memo, useEffect, useRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    back: { marginLeft: theme.spacing(-1) },
    where: { color: stateColors(theme).quiet },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      outline: 'none',
    },
  }),
  { name: 'MooringPageHeading' },
);

/** The way back, what the page does, and where it does it. */
export const PageHeading = memo(function PageHeadingView(props: {
  title: string;
  where: string;
  /** What one comes back to. */
  backLabel: string;
  onBack(): void;
}) {
  const { where, backLabel, onBack } = props;
  const classes = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  // The page took the place of another one, and the focus was lost with that.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.root}>
      <Button
        size="small"
        color="primary"
        className={classes.back}
        startIcon={<ChevronLeftIcon />}
        onClick={onBack}
      >
        {backLabel}
      </Button>
      <Typography
        ref={title}
        tabIndex={-1}
        variant="h5"
        component="h1"
        className={classes.title}
      >
        {props.title}
      </Typography>
      <Typography variant="body2" className={classes.where}>
        {where}
      </Typography>
    </div>
  );
});
