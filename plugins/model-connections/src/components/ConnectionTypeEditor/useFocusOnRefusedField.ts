import { useEffect, useRef } from 'react';
import { TypeDraftModel } from './useTypeDraft';

/**
 * After a submit that was refused because of a field, takes the focus to the first such row of the table. What is wrong
 * with the metadata comes first, and has the focus already. Gives the ref of what stands around both.
 */
export function useFocusOnRefusedField(
  refusals: number,
  model: TypeDraftModel,
) {
  const root = useRef<HTMLDivElement>(null);
  const { fields } = model.state.draft;
  const { byId } = model.fieldProblems;
  const first = fields.findIndex(({ id }) => byId.has(id));
  const latest = useRef(first);
  latest.current = first;
  useEffect(() => {
    if (
      refusals === 0 ||
      latest.current < 0 ||
      root.current?.querySelector('form [aria-invalid="true"]')
    ) {
      return;
    }
    const row = root.current?.querySelectorAll('[data-field]')[latest.current];
    // The menu, where it is corrected.
    row
      ?.querySelector<HTMLElement>('[aria-haspopup="menu"]')
      ?.focus({ preventScroll: true });
    row?.scrollIntoView?.({ block: 'center' });
  }, [refusals]);
  return root;
}
