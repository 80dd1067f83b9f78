import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** Opens a type's menu. */
export function TypeMenuButton(props: {
  type: ConnectionType;
  onOpen(type: ConnectionType, button: HTMLElement): void;
}) {
  const { type, onOpen } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <IconButton
      size="small"
      aria-haspopup="menu"
      aria-label={t('row.menu', { name: type.displayName ?? type.name })}
      onClick={event => onOpen(type, event.currentTarget)}
    >
      <MoreVertIcon />
    </IconButton>
  );
}
