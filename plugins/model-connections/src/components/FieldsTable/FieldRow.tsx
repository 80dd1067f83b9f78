import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { memo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';
import { FieldRowActions } from './FieldRowActions';
import { MoveHandle } from './MoveHandle';
import { RowCells } from './RowCells';
import { useRowStyles } from './useRowStyles';

/** One field or section, drawn again only when something of its own changes: there may be 200. */
export const FieldRow = memo(function FieldRowView(props: {
  entry: DraftField;
  isLifted: boolean;
  /** Type, variable and default stand beneath the name. */
  isCompact: boolean;
  problem?: string;
  warning?: string;
  actions: FieldRowActions;
}) {
  const { entry, isLifted, isCompact, problem, warning, actions } = props;
  const { id, field } = entry;
  const classes = useRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { listeners, setNodeRef, setActivatorNodeRef, ...sortable } =
    useSortable({ id });
  return (
    <TableRow
      ref={setNodeRef}
      data-field={field.name}
      className={[
        classes.row,
        field.type === 'section' ? classes.section : '',
        isLifted ? classes.lifted : '',
        sortable.isDragging ? classes.dragged : '',
      ].join(' ')}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
      onFocus={() => actions.onFocus(id)}
    >
      <TableCell className={classes.handleCell}>
        <MoveHandle
          id={id}
          name={field.name}
          isLifted={isLifted}
          actions={actions}
          drag={listeners ?? {}}
          dragRef={setActivatorNodeRef}
        />
      </TableCell>
      <RowCells
        id={id}
        field={field}
        isCompact={isCompact}
        problem={problem}
        warning={warning}
        onRequire={actions.onRequire}
      />
      <TableCell className={classes.menuCell}>
        <IconButton
          size="small"
          aria-haspopup="menu"
          aria-label={t('row.menu', { name: field.name })}
          onClick={event => actions.onMenu(id, event.currentTarget)}
        >
          <MoreVertIcon fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
});
