import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Divider from '@material-ui/core/Divider';
import Menu from '@material-ui/core/Menu';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import CodeIcon from '@material-ui/icons/Code';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import RefreshIcon from '@material-ui/icons/Refresh';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { UseCount } from '../../hooks/useConnectionUses';
import { modelConnectionsTranslationRef } from '../../translation';
import { MenuAction } from '../MenuAction';
import { RowAction } from './rowActions';

const ICONS: Record<RowAction, JSX.Element> = {
  edit: <EditOutlinedIcon fontSize="small" />,
  apply: <RefreshIcon fontSize="small" />,
  duplicate: <FileCopyOutlinedIcon fontSize="small" />,
  copy: <ArrowForwardIcon fontSize="small" />,
  manifest: <CodeIcon fontSize="small" />,
  delete: <DeleteOutlineIcon fontSize="small" />,
};

/**
 * What can be done with one connection. What its state forbids stays in reach of the keyboard and says why; what the
 * person may never do is absent, by {@link shownRowActions}.
 */
export function RowMenu(props: {
  connection?: ConnectionSummary;
  actions: readonly RowAction[];
  use?: UseCount;
  anchor?: HTMLElement;
  onClose(): void;
  onAct(action: RowAction, connection: ConnectionSummary): void;
}) {
  const { connection, actions, use, anchor, onClose, onAct } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const managed =
    connection?.managedBy && t('row.managed', { ...connection.managedBy });
  const reasons: Partial<Record<RowAction, string>> = {
    edit: managed,
    delete: managed,
  };
  const notes: Partial<Record<RowAction, string>> = {
    apply: use && t('row.needApply', { count: use.stale }),
    manifest: t('row.masked'),
  };
  return (
    <Menu
      open={anchor !== undefined && connection !== undefined}
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
          label={t(`row.${action}`)}
          reason={reasons[action]}
          note={notes[action]}
          onAct={() => connection && onAct(action, connection)}
        />,
      ])}
    </Menu>
  );
}
