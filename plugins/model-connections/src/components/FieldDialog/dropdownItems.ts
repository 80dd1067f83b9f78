import { FieldProperties } from './FieldDraft';

type Item = NonNullable<FieldProperties['items']>[number];
type Default = FieldProperties['defaultValue'];

/** What an item stores: where only one half is there, it stands for both. */
const storedValue = ({ label, value }: Item) => value || label;

/** Whether the default means this item; of two with the same value it is the first. */
const isMeant = (items: readonly Item[], index: number, chosen: string) =>
  items.findIndex(item => storedValue(item) === chosen) === index;

/** Items and default after one item was changed: a default goes with the item that it means. */
export function withItem(
  items: readonly Item[],
  index: number,
  next: Item,
  defaultValue: Default,
): Pick<FieldProperties, 'items' | 'defaultValue'> {
  return {
    items: items.map((item, at) => (at === index ? next : item)),
    defaultValue: Array.isArray(defaultValue)
      ? defaultValue.map(chosen =>
          isMeant(items, index, chosen) ? storedValue(next) : chosen,
        )
      : defaultValue,
  };
}

/** Items and default after one item was removed, which is then no default either. */
export function withoutItem(
  items: readonly Item[],
  index: number,
  defaultValue: Default,
): Pick<FieldProperties, 'items' | 'defaultValue'> {
  const left = Array.isArray(defaultValue)
    ? defaultValue.filter(chosen => !isMeant(items, index, chosen))
    : defaultValue;
  return {
    items: items.filter((_, at) => at !== index),
    defaultValue: Array.isArray(left) && left.length === 0 ? undefined : left,
  };
}

/** A default as it is to be stored: without an item that has no value yet. */
export function completeDefault(defaultValue: Default): Default {
  if (!Array.isArray(defaultValue)) return defaultValue;
  const complete = defaultValue.filter(chosen => chosen !== '');
  return complete.length > 0 ? complete : undefined;
}
