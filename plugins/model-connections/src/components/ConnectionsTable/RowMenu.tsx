import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    item: { minWidth: 200, maxWidth: 320, whiteSpace: 'normal' },
    icon: { minWidth: 36, color: 'inherit' },
    danger: { color: stateColors(theme).danger },
    disabled: {
      color: theme.palette.text.secondary,
      cursor: 'default',
    },
  }),
  { name: 'MooringRowMenu' },
);

/**
 * What can be done with one connection. What its state forbids stays in reach of the keyboard and says why; what the person
 * may never do is absent, by {@link shownRowActions}.
 */
export function RowMenu(props: {
  connection?: ConnectionSummary;
  anchor?: HTMLElement;
  onClose(): void;
  onDelete(connection: ConnectionSummary): void;
}) {
  const { connection, anchor, onClose, onDelete } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);

  const mayNotDelete =
    connection?.managedBy && t('row.managed', { ...connection.managedBy });

  return (
    <Menu
      open={anchor !== undefined && connection !== undefined}
      anchorEl={anchor}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      onClose={onClose}
    >
      <MenuItem
        className={`${classes.item} ${
          mayNotDelete ? classes.disabled : classes.danger
        }`}
        aria-disabled={mayNotDelete !== undefined}
        onClick={() => {
          if (!mayNotDelete && connection) {
            onDelete(connection);
          }
        }}
      >
        <ListItemIcon className={classes.icon}>
          <DeleteOutlineIcon fontSize="small" />
        </ListItemIcon>
        <ListItemText primary={t('row.delete')} secondary={mayNotDelete} />
      </MenuItem>
    </Menu>
  );
}
