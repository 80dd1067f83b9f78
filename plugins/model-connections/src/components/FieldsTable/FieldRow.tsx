import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import TableCell from '@material-ui/core/TableCell';
import { memo, PointerEvent, useCallback, useRef } from 'react';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';
import { FieldMenuCell } from './FieldMenuCell';
import { FieldRowActions } from './FieldRowActions';
import { MoveHandle } from './MoveHandle';
import { RowCells } from './RowCells';
import { useRowStyles } from './useRowStyles';

/**
 * One field or section. With every change of the order the library has each row drawn again, of which there may be 200:
 * everything in it is drawn only when something of its own changes.
 */
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
  const { listeners, setNodeRef, setActivatorNodeRef, ...sortable } =
    useSortable({ id });
  // The library makes another one each time.
  const press = useRef(listeners?.onPointerDown);
  press.current = listeners?.onPointerDown;
  const onPointerDown = useCallback(
    (event: PointerEvent) => press.current?.(event),
    [],
  );
  return (
    // Not the library's row: themes stripe those by their place, and every move would restyle all that follow.
    <tr
      ref={setNodeRef}
      role="row"
      data-field={field.name}
      className={[
        classes.columns,
        isCompact ? classes.compact : '',
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
      <TableCell role="cell" className={classes.handleCell}>
        <MoveHandle
          id={id}
          name={field.name}
          isLifted={isLifted}
          actions={actions}
          onPointerDown={onPointerDown}
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
      <FieldMenuCell id={id} name={field.name} onMenu={actions.onMenu} />
    </tr>
  );
});
