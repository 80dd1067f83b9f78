import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Menu from '@material-ui/core/Menu';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import GetAppIcon from '@material-ui/icons/GetApp';
import VisibilityOutlinedIcon from '@material-ui/icons/VisibilityOutlined';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { MenuAction } from '../MenuAction';
import { useTypeObstacles } from './useTypeObstacles';

/** What can be done with a type. */
export interface TypeActions {
  onPreview(type: ConnectionType): void;
  onEdit(type: ConnectionType): void;
  onDuplicate(type: ConnectionType): void;
  onExport(type: ConnectionType): void;
  onDelete(type: ConnectionType): void;
}

/** The menu of a row: what cannot be done stays in reach of the keyboard and says why. */
export function TypeRowMenu(
  props: TypeActions & {
    type?: ConnectionType;
    anchor?: HTMLElement;
    /** Why the caller may create no type. */
    mayNotCreate?: string;
    onClose(): void;
  },
) {
  const { type, anchor, mayNotCreate, onClose } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const obstacles = useTypeObstacles(type, mayNotCreate);
  const act = (action: (type: ConnectionType) => void) => () => {
    onClose();
    if (type) action(type);
  };
  return (
    <Menu
      open={anchor !== undefined && type !== undefined}
      anchorEl={anchor}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      onClose={onClose}
    >
      <MenuAction
        icon={<VisibilityOutlinedIcon fontSize="small" />}
        label={t('types.preview')}
        onAct={act(props.onPreview)}
      />
      <MenuAction
        icon={<EditOutlinedIcon fontSize="small" />}
        label={t('types.edit')}
        reason={obstacles.edit}
        onAct={act(props.onEdit)}
      />
      <MenuAction
        icon={<FileCopyOutlinedIcon fontSize="small" />}
        label={t('types.duplicate')}
        reason={obstacles.duplicate}
        onAct={act(props.onDuplicate)}
      />
      <MenuAction
        icon={<GetAppIcon fontSize="small" />}
        label={t('types.export')}
        reason={obstacles.export}
        onAct={act(props.onExport)}
      />
      <MenuAction
        isDanger
        icon={<DeleteOutlineIcon fontSize="small" />}
        label={t('types.delete')}
        reason={obstacles.delete}
        onAct={act(props.onDelete)}
      />
    </Menu>
  );
}
