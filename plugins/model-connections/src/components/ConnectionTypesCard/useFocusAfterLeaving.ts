import { RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Keeps the focus in a list when a row leaves it because of a switch in the row: it goes to the switch of the row that
 * takes the place, or to `otherwise` where there is none. Gives what is to be called before a switch is moved.
 */
export function useFocusAfterLeaving(
  /** What stands around the rows. */
  list: RefObject<HTMLElement>,
  /** The names in the list, in any order. */
  names: readonly string[],
  otherwise: RefObject<HTMLElement>,
) {
  const moved = useRef<{ name: string; index: number } | undefined>();
  const switches = useCallback(
    () => [
      ...(list.current?.querySelectorAll<HTMLElement>(
        'tbody input[type="checkbox"]',
      ) ?? []),
    ],
    [list],
  );
  useEffect(() => {
    if (!moved.current || names.includes(moved.current.name)) return;
    const { index } = moved.current;
    moved.current = undefined;
    if (document.activeElement !== document.body) return;
    const left = switches();
    (left[Math.min(index, left.length - 1)] ?? otherwise.current)?.focus();
  });
  return useCallback(
    (name: string) => {
      const index = switches().findIndex(
        element => element === document.activeElement,
      );
      moved.current = index < 0 ? undefined : { name, index };
    },
    [switches],
  );
}
