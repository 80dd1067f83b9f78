import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { forwardRef, ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    item: { minWidth: 200, maxWidth: 320, whiteSpace: 'normal' },
    icon: { minWidth: 36, color: 'inherit' },
    danger: { color: stateColors(theme).danger },
    disabled: { color: theme.palette.text.secondary, cursor: 'default' },
  }),
  { name: 'MooringMenuAction' },
);

/** Properties of {@link MenuAction}. */
export interface MenuActionProps {
  icon: ReactNode;
  label: string;
  /** Why it cannot be done. The entry stays in reach of the keyboard and says so. */
  reason?: string;
  /** What there is to know of it, where it can be done. */
  note?: string;
  isDanger?: boolean;
  onAct(): void;
}

/** Something that can be done, as an entry of a menu; what cannot be done says why. */
export const MenuAction = forwardRef<HTMLLIElement, MenuActionProps>(
  function MenuActionView(props, ref) {
    // The menu gives its entries properties of its own, such as which of them has the focus.
    const { icon, label, reason, note, isDanger, onAct, ...fromMenu } = props;
    const classes = useStyles();
    const look = isDanger ? classes.danger : '';
    return (
      <MenuItem
        {...fromMenu}
        ref={ref}
        className={`${classes.item} ${reason ? classes.disabled : look}`}
        aria-disabled={reason !== undefined}
        onClick={() => {
          if (!reason) onAct();
        }}
      >
        <ListItemIcon className={classes.icon}>{icon}</ListItemIcon>
        <ListItemText primary={label} secondary={reason ?? note} />
      </MenuItem>
    );
  },
);
