import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import DragIndicatorIcon from '@material-ui/icons/DragIndicator';
import {
  HTMLAttributes,
  KeyboardEvent,
  memo,
  useLayoutEffect,
  useRef,
} from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { FieldRowActions } from './FieldRowActions';
import { useRowStyles } from './useRowStyles';

/**
 * Moves a row: dragged with the pointer, or by keyboard. Space lifts it, the arrows move it, Space drops it where it is
 * and Escape where it was.
 */
export const MoveHandle = memo(function MoveHandleView(props: {
  id: string;
  name: string;
  isLifted: boolean;
  actions: FieldRowActions;
  /** What makes it draggable. */
  onPointerDown: HTMLAttributes<HTMLButtonElement>['onPointerDown'];
  dragRef(element: HTMLElement | null): void;
}) {
  const { id, name, isLifted, actions, onPointerDown, dragRef } = props;
  const classes = useRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const button = useRef<HTMLButtonElement | null>(null);

  // With every step the row stands elsewhere.
  useLayoutEffect(() => {
    if (isLifted) {
      button.current?.focus({ preventScroll: true });
      button.current?.scrollIntoView?.({ block: 'nearest' });
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const act = () => {
      switch (event.key) {
        case ' ':
        case 'Enter':
          return isLifted ? actions.onDrop : () => actions.onLift(id);
        case 'ArrowUp':
          return isLifted ? () => actions.onStep(id, -1) : undefined;
        case 'ArrowDown':
          return isLifted ? () => actions.onStep(id, 1) : undefined;
        case 'Escape':
          return isLifted ? actions.onCancel : undefined;
        default:
          return undefined;
      }
    };
    const action = act();
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  };

  return (
    <IconButton
      onPointerDown={onPointerDown}
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
        dragRef(element);
      }}
      size="small"
      // The outline shows the focus; a ripple that pulsates would have every frame painted anew.
      disableFocusRipple
      className={classes.handle}
      aria-label={t('fields.move', { name })}
      aria-pressed={isLifted}
      aria-describedby="mooring-fields-how"
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (isLifted) actions.onDrop();
      }}
    >
      <DragIndicatorIcon fontSize="small" />
    </IconButton>
  );
});
