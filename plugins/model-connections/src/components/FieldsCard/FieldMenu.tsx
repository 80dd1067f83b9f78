import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Menu from '@material-ui/core/Menu';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import AddIcon from '@material-ui/icons/Add';
import { useEffect, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { canMoveField, DraftField } from '../ConnectionTypeEditor/fieldOrder';
import { MenuAction } from '../MenuAction';

const SMALL = { fontSize: 'small' } as const;

/** What can be done with a field or section; its second page holds the sections to move it to. */
export function FieldMenu(props: {
  fields: readonly DraftField[];
  entry?: DraftField;
  anchor?: HTMLElement;
  onClose(): void;
  onEdit(entry: DraftField): void;
  onAddHere(entry: DraftField): void;
  onDuplicate(entry: DraftField): void;
  onStep(id: string, step: 1 | -1): void;
  onMoveToSection(id: string, section: string | undefined): void;
  onRemove(entry: DraftField): void;
}) {
  const { fields, entry, anchor, onClose } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [isChoosing, setChoosing] = useState(false);
  useEffect(() => setChoosing(false), [entry]);
  if (!entry) {
    return null;
  }
  const isSection = entry.field.type === 'section';
  const sections = fields.filter(({ field }) => field.type === 'section');
  const act = (action: () => void) => () => {
    onClose();
    action();
  };
  const step = (direction: 1 | -1, text: 'fields.up' | 'fields.down') => (
    <MenuAction
      key={text}
      icon={
        direction < 0 ? (
          <ArrowUpwardIcon {...SMALL} />
        ) : (
          <ArrowDownwardIcon {...SMALL} />
        )
      }
      label={t(text)}
      reason={
        canMoveField(fields, entry.id, direction)
          ? undefined
          : t(direction < 0 ? 'fields.isFirst' : 'fields.isLast')
      }
      onAct={act(() => props.onStep(entry.id, direction))}
    />
  );
  const main = [
    <MenuAction
      key="edit"
      icon={<EditOutlinedIcon {...SMALL} />}
      label={t('fields.edit')}
      onAct={act(() => props.onEdit(entry))}
    />,
    isSection && (
      <MenuAction
        key="add"
        icon={<AddIcon {...SMALL} />}
        label={t('fields.addHere')}
        onAct={act(() => props.onAddHere(entry))}
      />
    ),
    <MenuAction
      key="duplicate"
      icon={<FileCopyOutlinedIcon {...SMALL} />}
      label={t('fields.duplicate')}
      onAct={act(() => props.onDuplicate(entry))}
    />,
    step(-1, 'fields.up'),
    step(1, 'fields.down'),
    !isSection && (
      <MenuAction
        key="section"
        icon={<ArrowForwardIcon {...SMALL} />}
        label={t('fields.toSection')}
        reason={sections.length > 0 ? undefined : t('fields.noSection')}
        onAct={() => setChoosing(true)}
      />
    ),
    <MenuAction
      key="remove"
      isDanger
      icon={<DeleteOutlineIcon {...SMALL} />}
      label={t(isSection ? 'fields.removeSection' : 'fields.remove')}
      onAct={act(() => props.onRemove(entry))}
    />,
  ];
  return (
    <Menu
      // Another page of the menu has another first entry, which takes the focus.
      key={isChoosing ? 'sections' : 'main'}
      open={anchor !== undefined}
      anchorEl={anchor}
      getContentAnchorEl={null}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      onClose={onClose}
      MenuListProps={{
        'aria-label': t(isChoosing ? 'fields.toSection' : 'column.actions'),
      }}
    >
      {isChoosing
        ? [undefined, ...sections].map(section => (
            <MenuAction
              key={section?.id ?? 'none'}
              icon={<ArrowForwardIcon {...SMALL} />}
              label={section?.field.name ?? t('fields.inNone')}
              onAct={act(() => props.onMoveToSection(entry.id, section?.id))}
            />
          ))
        : main}
    </Menu>
  );
}
