import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Menu from '@material-ui/core/Menu';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { MenuAction } from '../MenuAction';

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
      <MenuAction
        isDanger
        icon={<DeleteOutlineIcon fontSize="small" />}
        label={t('row.delete')}
        reason={mayNotDelete}
        onAct={() => connection && onDelete(connection)}
      />
    </Menu>
  );
}
