import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';

/** Opens the menu of a service. */
export function ServiceMenuButton(props: {
  service: ModelService;
  onOpen(service: ModelService, button: HTMLElement): void;
}) {
  const { service, onOpen } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <IconButton
      size="small"
      aria-haspopup="menu"
      aria-label={t('row.menu', { name: service.displayName ?? service.name })}
      onClick={event => onOpen(service, event.currentTarget)}
    >
      <MoreVertIcon />
    </IconButton>
  );
}
