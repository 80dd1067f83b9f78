import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  closestCenter,
  DndContext,
  DragEndEvent,
  Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { memo, useRef } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';
import { FieldRow } from './FieldRow';
import { FieldRowActions } from './FieldRowActions';
import { useRowStyles } from './useRowStyles';

export type { FieldRowActions };

const useStyles = makeStyles(
  theme => ({
    // Every row is a grid of its own, so that those out of sight need not be drawn.
    block: { display: 'block' },
    head: {
      '& th': {
        color: theme.palette.text.primary,
        fontSize: theme.typography.pxToRem(12),
        fontWeight: theme.typography.fontWeightBold as number,
        letterSpacing: '0.04em',
        textTransform: 'uppercase',
        whiteSpace: 'nowrap',
      },
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'MooringFieldsTable' },
);

const vertically: Modifier = ({ transform }) => ({ ...transform, x: 0 });
const MODIFIERS = [vertically];
// A click on the handle is no drag. The same object each time: with another one every row is drawn again.
const POINTER = { activationConstraint: { distance: 4 } };

// The strip beneath the table says what happens, in the reader's language; the library's own words are left out.
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};

/**
 * The fields of a type as rows that can be moved. Dragging is the library's; moving by keyboard is by position instead of
 * pixels, and so the same as *Move up* and *Move down*.
 */
export const FieldsTable = memo(function FieldsTableView(props: {
  fields: readonly DraftField[];
  liftedId?: string;
  isCompact: boolean;
  /** What is wrong, by id. */
  problems: ReadonlyMap<string, string>;
  /** What is doubtful, by environment variable. */
  warnings: ReadonlyMap<string, string>;
  actions: FieldRowActions;
  onMoveOnto(id: string, onto: string): void;
}) {
  const { fields, liftedId, isCompact, problems, warnings, actions } = props;
  const classes = useStyles();
  const rowClasses = useRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const sensors = useSensors(useSensor(PointerSensor, POINTER));
  // Another list has every row drawn again. While one is moved by keyboard nothing can be dragged, and the old one will do.
  const ids = useRef<string[]>([]);
  if (
    liftedId === undefined &&
    (ids.current.length !== fields.length ||
      fields.some(({ id }, index) => id !== ids.current[index]))
  ) {
    ids.current = fields.map(({ id }) => id);
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) {
      props.onMoveOnto(String(active.id), String(over.id));
    }
  };
  const columns = isCompact
    ? (['name', 'required'] as const)
    : (['name', 'type', 'envVar', 'default', 'required'] as const);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={SILENT}
      onDragEnd={onDragEnd}
    >
      <span id="mooring-fields-how" className={classes.hidden}>
        {t('fields.how')}
      </span>
      <Table
        size="small"
        role="table"
        aria-label={t('fields.title')}
        className={classes.block}
      >
        <TableHead
          role="rowgroup"
          className={`${classes.block} ${classes.head}`}
        >
          <TableRow
            role="row"
            className={`${rowClasses.columns} ${
              isCompact ? rowClasses.compact : ''
            }`}
          >
            <TableCell role="columnheader">
              <span className={classes.hidden}>{t('fields.column.move')}</span>
            </TableCell>
            {columns.map(column => (
              <TableCell key={column} role="columnheader">
                {t(`fields.column.${column}`)}
              </TableCell>
            ))}
            <TableCell role="columnheader">
              <span className={classes.hidden}>{t('column.actions')}</span>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup" className={classes.block}>
          <SortableContext
            items={ids.current}
            strategy={verticalListSortingStrategy}
          >
            {fields.map(entry => (
              <FieldRow
                key={entry.id}
                entry={entry}
                isLifted={entry.id === liftedId}
                isCompact={isCompact}
                problem={problems.get(entry.id)}
                warning={
                  entry.field.type === 'section'
                    ? undefined
                    : warnings.get(entry.field.envVar)
                }
                actions={actions}
              />
            ))}
          </SortableContext>
        </TableBody>
      </Table>
    </DndContext>
  );
});
