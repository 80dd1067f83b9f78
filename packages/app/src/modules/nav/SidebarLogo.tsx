import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MooringIcon } from './MooringIcon';

const useStyles = makeStyles(theme => ({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    color: theme.palette.navigation.selectedColor,
  },
  icon: {
    width: sidebarConfig.drawerWidthClosed,
    display: 'flex',
    justifyContent: 'center',
  },
}));

/** The anchor at the top of the sidebar, with the name beside it while the sidebar is open. */
export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Mooring, home"
      >
        <span className={classes.icon}>
          <MooringIcon />
        </span>
        {isOpen && (
          <Typography variant="h6" component="span">
            Mooring
          </Typography>
        )}
      </Link>
    </div>
  );
};
