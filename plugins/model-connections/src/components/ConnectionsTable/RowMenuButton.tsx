import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** Opens a row's menu. */
export function RowMenuButton(props: {
  connection: ConnectionSummary;
  onOpen(connection: ConnectionSummary, button: HTMLElement): void;
}) {
  const { connection, onOpen } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <IconButton
      size="small"
      aria-haspopup="menu"
      aria-label={t('row.menu', {
        name: connection.displayName ?? connection.name,
      })}
      onClick={event => onOpen(connection, event.currentTarget)}
    >
      <MoreVertIcon />
    </IconButton>
  );
}
