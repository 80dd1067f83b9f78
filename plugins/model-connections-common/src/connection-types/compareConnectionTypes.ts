import isEqual from 'lodash/isEqual';
import {
  ConnectionTypeFormField,
  isValueField,
} from './connectionTypeFieldSchema';

/**
 * What of a connection type a person edits.
 *
 * @public
 */
export interface EditableConnectionType {
  displayName: string;
  description?: string;
  categories: string[];
  enabled: boolean;
  fields: ConnectionTypeFormField[];
}

/** One of two versions of a type that were both made from a third. @public */
export type ConnectionTypeSide = 'theirs' | 'mine';

/** A part of a type that has a value of its own. @public */
export type ConnectionTypePart =
  | 'displayName'
  | 'description'
  | 'categories'
  | 'enabled'
  | 'order'
  | 'field';

/**
 * A part of a type in which two versions differ.
 *
 * @public
 */
export interface ConnectionTypeDifference {
  /** Tells the differences of one comparison apart. */
  key: string;
  part: ConnectionTypePart;
  /** The value in each version; `undefined` for a field that is not there. Keys of fields for `order`. */
  base: unknown;
  theirs: unknown;
  mine: unknown;
  /** Who changed it since `base`; where both did, a person has to decide. */
  changedBy: ConnectionTypeSide | 'both';
}

const METADATA = [
  'displayName',
  'description',
  'categories',
  'enabled',
] as const;

/** Fields by what identifies them: the environment variable, or a section's name (with a number for its namesakes). */
function fieldsByKey(
  fields: ConnectionTypeFormField[],
): Map<string, ConnectionTypeFormField> {
  const found = new Map<string, ConnectionTypeFormField>();
  for (const field of fields) {
    const key = isValueField(field)
      ? `field:${field.envVar}`
      : `section:${field.name}`;
    let unique = key;
    for (let n = 2; found.has(unique); n++) unique = `${key}:${n}`;
    found.set(unique, field);
  }
  return found;
}

const orderOf = (
  fields: ReadonlyMap<string, unknown>,
  ...others: ReadonlyMap<string, unknown>[]
) => [...fields.keys()].filter(key => others.every(other => other.has(key)));

const valueOf = (
  type: EditableConnectionType,
  part: (typeof METADATA)[number],
) => (part === 'description' ? type.description || undefined : type[part]);

function changedBy(
  base: unknown,
  theirs: unknown,
  mine: unknown,
): ConnectionTypeDifference['changedBy'] {
  if (isEqual(base, theirs)) return 'mine';
  return isEqual(base, mine) ? 'theirs' : 'both';
}

/**
 * In what two versions of a type differ that were both made from `base`: metadata, each field, and the order of the
 * fields that all have. Empty when the versions are alike.
 *
 * @public
 */
export function compareConnectionTypes(
  base: EditableConnectionType,
  theirs: EditableConnectionType,
  mine: EditableConnectionType,
): ConnectionTypeDifference[] {
  const found: ConnectionTypeDifference[] = [];
  const add = (
    key: string,
    part: ConnectionTypePart,
    values: { base: unknown; theirs: unknown; mine: unknown },
  ) => {
    if (!isEqual(values.theirs, values.mine)) {
      found.push({
        key,
        part,
        ...values,
        changedBy: changedBy(values.base, values.theirs, values.mine),
      });
    }
  };
  for (const part of METADATA) {
    add(part, part, {
      base: valueOf(base, part),
      theirs: valueOf(theirs, part),
      mine: valueOf(mine, part),
    });
  }
  const [ofBase, ofTheirs, ofMine] = [base, theirs, mine].map(({ fields }) =>
    fieldsByKey(fields),
  );
  for (const key of new Set([...ofMine.keys(), ...ofTheirs.keys()])) {
    add(key, 'field', {
      base: ofBase.get(key),
      theirs: ofTheirs.get(key),
      mine: ofMine.get(key),
    });
  }
  const theirOrder = orderOf(ofTheirs, ofMine);
  const myOrder = orderOf(ofMine, ofTheirs);
  if (!isEqual(theirOrder, myOrder)) {
    const theyMoved = !isEqual(
      orderOf(ofBase, ofTheirs),
      orderOf(ofTheirs, ofBase),
    );
    const iMoved = !isEqual(orderOf(ofBase, ofMine), orderOf(ofMine, ofBase));
    let mover: ConnectionTypeDifference['changedBy'] = 'both';
    if (theyMoved !== iMoved) mover = theyMoved ? 'theirs' : 'mine';
    found.push({
      key: 'order',
      part: 'order',
      base: orderOf(ofBase, ofTheirs, ofMine),
      theirs: theirOrder,
      mine: myOrder,
      changedBy: mover,
    });
  }
  return found;
}

/**
 * The type that results from a choice for every difference; what is not chosen stays as in `mine`.
 *
 * @public
 */
export function mergeConnectionTypes(
  theirs: EditableConnectionType,
  mine: EditableConnectionType,
  choices: Readonly<Record<string, ConnectionTypeSide | undefined>>,
): EditableConnectionType {
  const sideOf = (key: string) => choices[key] ?? 'mine';
  const from = { theirs, mine };
  const maps = {
    theirs: fieldsByKey(theirs.fields),
    mine: fieldsByKey(mine.fields),
  };
  const main = sideOf('order');
  const other = main === 'mine' ? 'theirs' : 'mine';
  const chosen = (key: string, side: ConnectionTypeSide) => {
    const isDifferent = !isEqual(maps.theirs.get(key), maps.mine.get(key));
    return maps[isDifferent ? sideOf(key) : side].get(key);
  };
  const order = [...maps[main].keys()].filter(key => chosen(key, main));
  let predecessor: string | undefined;
  for (const key of maps[other].keys()) {
    if (order.includes(key)) {
      predecessor = key;
    } else if (!maps[main].has(key) && chosen(key, other)) {
      // Stands after what it stood after in its own version.
      order.splice(predecessor ? order.indexOf(predecessor) + 1 : 0, 0, key);
      predecessor = key;
    }
  }
  return {
    displayName: from[sideOf('displayName')].displayName,
    description: from[sideOf('description')].description,
    categories: from[sideOf('categories')].categories,
    enabled: from[sideOf('enabled')].enabled,
    fields: order.map(key => chosen(key, main)!),
  };
}
