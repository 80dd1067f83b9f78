import { ConnectionTypeFormField } from '@mooring/backstage-plugin-model-connections-common';

/** A field with an id that stays while it is edited and moved. */
export interface DraftField {
  id: string;
  field: ConnectionTypeFormField;
}

/** A section with its fields; the first block holds the fields that stand before any section. */
type Block = DraftField[];

const isSection = ({ field }: DraftField) => field.type === 'section';

function blocksOf(fields: readonly DraftField[]): Block[] {
  const blocks: Block[] = [[]];
  for (const entry of fields) {
    if (isSection(entry)) blocks.push([entry]);
    else blocks[blocks.length - 1].push(entry);
  }
  return blocks;
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Where a field can go by one step; a section goes with its fields, and never above those that are in none. */
function stepTarget(
  fields: readonly DraftField[],
  id: string,
  step: 1 | -1,
): DraftField[] | undefined {
  const index = fields.findIndex(entry => entry.id === id);
  if (index < 0) {
    return undefined;
  }
  if (!isSection(fields[index])) {
    const to = index + step;
    return to < 0 || to >= fields.length ? undefined : moved(fields, index, to);
  }
  const blocks = blocksOf(fields);
  const block = blocks.findIndex(([first]) => first?.id === id);
  const to = block + step;
  return to < 1 || to >= blocks.length
    ? undefined
    : moved(blocks, block, to).flat();
}

/** Whether {@link moveField} would change anything. */
export function canMoveField(
  fields: readonly DraftField[],
  id: string,
  step: 1 | -1,
): boolean {
  return stepTarget(fields, id, step) !== undefined;
}

/** Moves a field up (-1) or down (1) by one row, a section with its fields past its neighbour; else all stays. */
export function moveField(
  fields: readonly DraftField[],
  id: string,
  step: 1 | -1,
): readonly DraftField[] {
  return stepTarget(fields, id, step) ?? fields;
}

/** Moves a field to the row where another one is, as a drag does; a section goes to that one's section. */
export function moveFieldOnto(
  fields: readonly DraftField[],
  id: string,
  onto: string,
): readonly DraftField[] {
  const from = fields.findIndex(entry => entry.id === id);
  const to = fields.findIndex(entry => entry.id === onto);
  if (from < 0 || to < 0 || from === to) {
    return fields;
  }
  if (!isSection(fields[from])) {
    return moved(fields, from, to);
  }
  const blocks = blocksOf(fields);
  const indexOf = (wanted: string) =>
    blocks.findIndex(block => block.some(entry => entry.id === wanted));
  return moved(blocks, indexOf(id), Math.max(indexOf(onto), 1)).flat();
}

/** Moves a field to the end of a section; without one, to the end of those that are in none. */
export function moveFieldToSection(
  fields: readonly DraftField[],
  id: string,
  section: string | undefined,
): readonly DraftField[] {
  const entry = fields.find(known => known.id === id);
  if (!entry || isSection(entry)) {
    return fields;
  }
  const blocks = blocksOf(fields.filter(known => known.id !== id));
  const target = blocks.findIndex(([first], index) =>
    section === undefined ? index === 0 : first?.id === section,
  );
  blocks[Math.max(target, 0)].push(entry);
  return blocks.flat();
}

/** Where a field stands. */
export interface FieldPosition {
  /** From 1, among the fields of its section; a section among the sections. */
  position: number;
  total: number;
  /** The name of the section that a field is in. */
  section?: string;
}

/** Where a field stands, as it is said to those who do not see it. */
export function positionOfField(
  fields: readonly DraftField[],
  id: string,
): FieldPosition | undefined {
  const blocks = blocksOf(fields);
  const sections = blocks.slice(1);
  const section = sections.findIndex(([first]) => first.id === id);
  if (section >= 0) {
    return { position: section + 1, total: sections.length };
  }
  const block = blocks.find(entries => entries.some(entry => entry.id === id));
  if (!block) {
    return undefined;
  }
  const heading = block.find(isSection);
  const values = block.filter(entry => !isSection(entry));
  return {
    position: values.findIndex(entry => entry.id === id) + 1,
    total: values.length,
    section: heading?.field.name,
  };
}

/** The fields of a section, without its heading. */
export function fieldsOfSection(
  fields: readonly DraftField[],
  id: string,
): DraftField[] {
  return (blocksOf(fields).find(([first]) => first?.id === id) ?? []).slice(1);
}
