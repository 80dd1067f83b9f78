import Button, { ButtonProps } from '@material-ui/core/Button';
import { alpha, makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    focused: {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
      backgroundColor: alpha(theme.palette.primary.main, 0.12),
    },
  }),
  { name: 'MooringSteadyButton' },
);

/**
 * A button that may be given the focus as soon as it is drawn. Material UI's own mark of the focus, a ripple, is not there
 * that early, and who came by the keyboard would lose the whole page to an error in it (seen with v4 and React 18).
 */
export function SteadyButton(props: ButtonProps) {
  const classes = useStyles();
  return (
    <Button
      {...props}
      disableFocusRipple
      focusVisibleClassName={classes.focused}
    />
  );
}
