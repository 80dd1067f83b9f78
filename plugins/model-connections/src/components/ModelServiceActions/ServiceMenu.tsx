import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Divider from '@material-ui/core/Divider';
import Menu from '@material-ui/core/Menu';
import CodeIcon from '@material-ui/icons/Code';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import RefreshIcon from '@material-ui/icons/Refresh';
import StopIcon from '@material-ui/icons/Stop';
import SyncIcon from '@material-ui/icons/Sync';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { MenuAction } from '../MenuAction';
import { ServiceAction } from './serviceActions';
import { useLockReason } from './useLockReason';

const ICONS: Record<ServiceAction, JSX.Element> = {
  edit: <EditOutlinedIcon fontSize="small" />,
  apply: <SyncIcon fontSize="small" />,
  restart: <RefreshIcon fontSize="small" />,
  stop: <StopIcon fontSize="small" />,
  start: <PlayArrowIcon fontSize="small" />,
  manifest: <CodeIcon fontSize="small" />,
  delete: <DeleteOutlineIcon fontSize="small" />,
};

/** What can be done with one service; what its state forbids stays in reach of the keyboard and says why. */
export function ServiceMenu(props: {
  service?: ModelService;
  actions: readonly ServiceAction[];
  anchor?: HTMLElement;
  onClose(): void;
  onAct(action: ServiceAction, service: ModelService): void;
}) {
  const { service, actions, anchor, onClose, onAct } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useLockReason();
  const lock = service && reasonOf(service);
  return (
    <Menu
      open={anchor !== undefined && service !== undefined}
      anchorEl={anchor}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      onClose={onClose}
    >
      {actions.flatMap(action => [
        action === 'delete' && actions.length > 1 && (
          <Divider key="divider" component="li" role="separator" />
        ),
        <MenuAction
          key={action}
          isDanger={action === 'delete'}
          icon={ICONS[action]}
          label={t(`services.action.${action}`)}
          reason={action === 'manifest' ? undefined : lock}
          note={
            action === 'apply' && service?.status.drift
              ? t(`services.drift.${service.status.drift}`)
              : undefined
          }
          onAct={() => service && onAct(action, service)}
        />,
      ])}
    </Menu>
  );
}
